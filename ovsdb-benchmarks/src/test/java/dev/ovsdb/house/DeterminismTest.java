package dev.ovsdb.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Time, ids and executors enter through {@code dev.ovsdb.jsonrpc.time} and the transport's event loop, so that a seeded
 * simulation can run sessions by its own clock and see the same run twice.
 */
class DeterminismTest {
    private static final List<String> TIME = List.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone");

    private static final List<String> WAITING = List.of(
            "java.lang.Thread.sleep",
            "java.util.concurrent.CompletableFuture.orTimeout",
            "java.util.concurrent.CompletableFuture.completeOnTimeout",
            "java.util.concurrent.CompletableFuture.delayedExecutor",
            "java.util.concurrent.Executors.newScheduledThreadPool",
            "java.util.concurrent.Executors.newSingleThreadScheduledExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.Timer.<init>",
            "io.netty.util.HashedWheelTimer.<init>");

    private static final List<String> CHANCE = List.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.<init>");

    private static final List<String> SALTED = List.of(
            "java.util.Set.copyOf",
            "java.util.Map.copyOf",
            "java.util.stream.Collectors.toUnmodifiableSet",
            "java.util.stream.Collectors.toUnmodifiableMap");

    @Test
    void theTimeComesFromTheSeam() {
        noCalls("read the time", target -> TIME.contains(name(target)));
    }

    @Test
    void waitingIsTheEventLoopsBusiness() {
        noCalls("wait by themselves", target -> WAITING.contains(name(target)));
    }

    @Test
    void chanceComesFromTheSeam() {
        noCalls("throw dice", target -> CHANCE.contains(name(target)) || isUnseededRandom(target));
    }

    @Test
    void whatRunsLaterRunsOnANamedExecutor() {
        noCalls("use the common pool", DeterminismTest::isAsyncWithoutExecutor);
    }

    /** Their order is salted for each JVM; one element has no order to salt. The test kit is never simulated. */
    @Test
    void noCollectionIteratesInAnOrderOfItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ovsdb.testkit..")
                .should()
                .accessTargetWhere(calls(
                        "make collections of salted order",
                        target -> SALTED.contains(name(target)) || isSaltedLiteral(target)))
                .check(MainCode.CLASSES);
    }

    private static void noCalls(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ovsdb.jsonrpc.time..")
                .should()
                .accessTargetWhere(calls(what, forbidden))
                .check(MainCode.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        return describe(
                what, access -> access.getTarget() instanceof CodeUnitAccessTarget target && forbidden.test(target));
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    private static boolean isUnseededRandom(CodeUnitAccessTarget target) {
        return name(target).equals("java.util.Random.<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean isAsyncWithoutExecutor(CodeUnitAccessTarget target) {
        return target.getOwner().isAssignableTo(CompletionStage.class)
                && target.getName().endsWith("Async")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }

    private static boolean isSaltedLiteral(CodeUnitAccessTarget target) {
        int parameters = target.getRawParameterTypes().size();
        boolean array = parameters == 1 && target.getRawParameterTypes().get(0).isArray();
        return switch (name(target)) {
            case "java.util.Set.of" -> parameters > 1 || array;
            case "java.util.Map.of" -> parameters > 2;
            case "java.util.Map.ofEntries" -> true;
            default -> false;
        };
    }
}
