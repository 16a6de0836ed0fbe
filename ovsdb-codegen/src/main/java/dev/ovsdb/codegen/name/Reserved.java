package dev.ovsdb.codegen.name;

import java.util.List;

/** Names that generated code, or who uses it, needs for something else. */
public final class Reserved {
    /** The types of java.lang, which need no import, and those that generated code names. */
    public static final List<String> TYPES = List.of((""
                    + "AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException"
                    + " AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class"
                    + " ClassCastException ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue"
                    + " CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum"
                    + " EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float FunctionalInterface"
                    + " IO IllegalAccessError IllegalAccessException IllegalArgumentException IllegalCallerException"
                    + " IllegalMonitorStateException IllegalStateException IllegalThreadStateException"
                    + " IncompatibleClassChangeError IndexOutOfBoundsException InheritableThreadLocal InstantiationError"
                    + " InstantiationException Integer InternalError InterruptedException Iterable LayerInstantiationException"
                    + " LinkageError Long MatchException Math Module ModuleLayer NegativeArraySizeException"
                    + " NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException"
                    + " NullPointerException Number NumberFormatException Object OutOfMemoryError Override Package Process"
                    + " ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime"
                    + " RuntimeException RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short"
                    + " StackOverflowError StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder"
                    + " StringIndexOutOfBoundsException SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal"
                    + " Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError"
                    + " UnsupportedClassVersionError UnsupportedOperationException VerifyError VirtualMachineError Void"
                    + " WrongThreadException"
                    + " List Map Optional Set UUID"
                    + " ReadableRow Replica IdlTransaction Interest DatabaseSchema Atom"
                    + " AtomCodec Column EnumValue MapColumn NumberColumn OptionalColumn OptionalNumberColumn"
                    + " OptionalReferenceColumn ReferenceColumn ReferenceKeyMapColumn ReferenceMapColumn ReferencePairMapColumn"
                    + " ReferenceSetColumn ScalarColumn SetColumn"
                    + " TypedInterest TypedRow TypedTable")
            .split(" "));

    /** Methods that every row has. */
    public static final List<String> ROW_METHODS = List.of(
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "row",
            "toString",
            "uuid",
            "wait");

    private Reserved() {}
}
