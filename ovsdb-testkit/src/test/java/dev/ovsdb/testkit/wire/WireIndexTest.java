package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.ConformanceCase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No fact goes without a case: each has a file, a test method named after it, or a reason why not. */
class WireIndexTest {
    private static final int FACTS = 51;
    private static final List<Class<?>> TEST_CLASSES = List.of(WireServerIT.class, WireFileIT.class);
    private static final Pattern METHOD = Pattern.compile("e(\\d\\d)_.*");
    private static final Pattern NOT_PROVOKED = Pattern.compile("(?m)^\\| E(\\d+) \\| none \\| \\S.*");

    @Test
    void eachFactHasACaseOrAReasonWhyNot() throws IOException {
        Set<Integer> covered = new TreeSet<>();
        caseFacts().forEach(covered::add);
        testMethods().forEach(covered::add);
        Set<Integer> excused = excused();
        assertThat(excused).as("facts that have a case and an excuse too").doesNotContainAnyElementsOf(covered);
        covered.addAll(excused);
        assertThat(covered)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, FACTS).boxed().toList());
    }

    private static Stream<Integer> caseFacts() {
        return Conformance.cases().stream()
                .map(ConformanceCase::name)
                .filter(name -> name.matches("E\\d\\d-.*"))
                .map(name -> Integer.valueOf(name.substring(1, 3)));
    }

    private static Stream<Integer> testMethods() {
        return TEST_CLASSES.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(METHOD::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.valueOf(matcher.group(1)));
    }

    private static Set<Integer> excused() throws IOException {
        Set<Integer> facts = new TreeSet<>();
        NOT_PROVOKED
                .matcher(Files.readString(Path.of("../docs/design/wire-facts.md")))
                .results()
                .forEach(result -> facts.add(Integer.valueOf(result.group(1))));
        return facts;
    }
}
