package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.schema.BaseType.RefType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the types of columns. Members come in any order, so those of a base type are kept until its atomic type is known. */
final class TypeParser {
    private TypeParser() {}

    static ColumnType columnType(SchemaInput in) {
        if (in.isString()) {
            return ColumnType.scalar(atomicType(in));
        }
        Map<String, byte[]> members = members(in, List.of("key", "value", "min", "max"));
        if (!members.containsKey("key")) {
            throw in.problem("expected a member key");
        }
        BaseType key = in.member("key", members.get("key"), TypeParser::baseType);
        int min = members.containsKey("min") ? in.member("min", members.get("min"), TypeParser::min) : 1;
        long max = members.containsKey("max") ? in.member("max", members.get("max"), TypeParser::max) : 1;
        if (!members.containsKey("value")) {
            return ColumnType.set(key, min, max);
        }
        return ColumnType.map(key, in.member("value", members.get("value"), TypeParser::baseType), min, max);
    }

    private static int min(SchemaInput in) {
        long min = in.integer();
        if (min < 0 || min > 1) {
            throw in.problem("expected 0 or 1, found " + min);
        }
        return (int) min;
    }

    private static long max(SchemaInput in) {
        if (in.isString()) {
            String text = in.string();
            if (!text.equals("unlimited")) {
                throw in.problem("expected an integer or \"unlimited\", found \"" + text + '"');
            }
            return ColumnType.UNLIMITED;
        }
        long max = in.integer();
        if (max < 1 || max >= ColumnType.UNLIMITED) {
            throw in.problem("expected 1 to " + (ColumnType.UNLIMITED - 1) + " or \"unlimited\", found " + max);
        }
        return max;
    }

    private static AtomicType atomicType(SchemaInput in) {
        String name = in.string();
        return AtomicType.named(name)
                .orElseThrow(
                        () -> in.problem("expected integer, real, boolean, string or uuid, found \"" + name + '"'));
    }

    private static BaseType baseType(SchemaInput in) {
        if (in.isString()) {
            return BaseType.of(atomicType(in));
        }
        Map<String, byte[]> members = members(in, BaseTypeMembers.ALL);
        if (!members.containsKey("type")) {
            throw in.problem("expected a member type");
        }
        AtomicType type = in.member("type", members.remove("type"), TypeParser::atomicType);
        BaseTypeBuilder builder = BaseType.builder(type);
        List<String> allowed = members.containsKey("enum") ? List.of("enum") : BaseTypeMembers.of(type);
        if (members.containsKey("refType") && !members.containsKey("refTable")) {
            throw in.member(
                    "refType", members.get("refType"), refType -> refType.problem("not allowed without refTable"));
        }
        members.forEach((name, json) -> in.member(name, json, member -> {
            if (!allowed.contains(name)) {
                throw member.problem(
                        "not allowed " + (members.containsKey("enum") ? "beside enum" : "for type " + type));
            }
            return constrain(builder, name, member);
        }));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw in.problem(String.valueOf(e.getMessage()));
        }
    }

    private static BaseTypeBuilder constrain(BaseTypeBuilder builder, String name, SchemaInput in) {
        return switch (name) {
            case "enum" -> builder.enumeration(enumeration(in, builder.type));
            case "minInteger" -> builder.minInteger(in.integer());
            case "maxInteger" -> builder.maxInteger(in.integer());
            case "minReal" -> builder.minReal(in.real());
            case "maxReal" -> builder.maxReal(in.real());
            case "minLength" -> builder.minLength(length(in));
            case "maxLength" -> builder.maxLength(length(in));
            case "refTable" -> builder.reference(SchemaNames.id(in), builder.refType);
            case "refType" -> builder.refType(refType(in));
            default -> throw in.unknownMember();
        };
    }

    private static SetDatum enumeration(SchemaInput in, AtomicType type) {
        try {
            return (SetDatum) Datum.read(in.reader(), ColumnType.set(BaseType.of(type), 1, ColumnType.UNLIMITED));
        } catch (InvalidDatumException e) {
            throw in.problem(String.valueOf(e.getMessage()));
        }
    }

    private static long length(SchemaInput in) {
        long length = in.integer();
        if (length < 0 || length > BaseTypeBuilder.UNLIMITED_LENGTH) {
            throw in.problem("expected 0 to " + BaseTypeBuilder.UNLIMITED_LENGTH + ", found " + length);
        }
        return length;
    }

    private static RefType refType(SchemaInput in) {
        String name = in.string();
        return switch (name) {
            case "strong" -> RefType.STRONG;
            case "weak" -> RefType.WEAK;
            default -> throw in.problem("expected strong or weak, found \"" + name + '"');
        };
    }

    private static Map<String, byte[]> members(SchemaInput in, List<String> known) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        in.object(name -> {
            if (!known.contains(name)) {
                throw in.unknownMember();
            }
            members.put(name, in.raw());
        });
        return members;
    }
}
