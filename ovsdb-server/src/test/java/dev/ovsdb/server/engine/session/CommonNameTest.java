package dev.ovsdb.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C=US, O=Open vSwitch, CN=sc id:1234 | sc id:1234",
                "CN=chassis-1,O=x                    | chassis-1",
                "CN=\"a, b + c\",O=x                 | a, b + c",
                "O=\"x,CN=y\",CN=z                   | z",
                "CN=back\\\\slash                    | back\\slash",
                "CN=Zoë                              | Zoë"
            })
    void isReadFromTheSubject(String subject, String name) {
        assertThat(CommonName.of(new X500Principal(subject))).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"O=x", "O=CN=y"})
    void isAbsentWhereTheSubjectHasNone(String subject) {
        assertThat(CommonName.of(new X500Principal(subject))).isEmpty();
    }
}
