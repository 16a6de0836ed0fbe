package dev.ovsdb.jsonrpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CipherListTest {
    private static final List<String> SUPPORTED = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "TLS_RSA_WITH_NULL_SHA256",
            "TLS_DH_anon_WITH_AES_128_GCM_SHA256",
            "TLS_EMPTY_RENEGOTIATION_INFO_SCSV");

    /** OpenSSL names and numbers of the suites above, TLS 1.3 left out. */
    private static final List<String> SHORT = List.of("EC256", "R128", "CHACHA", "DHE256", "RSA128");

    private static String select(String list) {
        return String.join(
                " ",
                CipherList.select(list, SUPPORTED).stream()
                        .filter(name -> name.contains("_WITH_"))
                        .map(name -> SHORT.get(SUPPORTED.indexOf(name) - 2))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH:!aNULL:!MD5, EC256 R128 CHACHA DHE256 RSA128",
        "DEFAULT, EC256 R128 CHACHA DHE256 RSA128",
        "ALL:-AES, CHACHA",
        "ALL:-AES:AES128, CHACHA R128 RSA128",
        "ALL:!AES:AES128, CHACHA",
        "ECDHE+AESGCM, EC256 R128",
        "ECDHE+aRSA+AESGCM, R128",
        "kRSA:kDHE, RSA128 DHE256",
        "HIGH:+ECDHE, DHE256 RSA128 EC256 R128 CHACHA",
        "AES128:AES256:@STRENGTH, EC256 DHE256 R128 RSA128",
        "HIGH:!SHA1:!SHA256, EC256 R128 CHACHA",
        "ECDHE-RSA-AES128-GCM-SHA256, R128",
        "AES128-SHA, RSA128",
        "DHE-RSA-AES256-SHA256 ECDHE-RSA-CHACHA20-POLY1305, DHE256 CHACHA",
        "TLS_RSA_WITH_AES_128_CBC_SHA, RSA128",
        "HIGH:@SECLEVEL=2:CAMELLIA, EC256 R128 CHACHA DHE256 RSA128",
        "DEFAULT@SECLEVEL=1, EC256 R128 CHACHA DHE256 RSA128",
        "ECDHE-RSA-CAMELLIA128-SHA256:AES128-SHA, RSA128",
    })
    void selectsAsOpenSslDoes(String list, String selected) {
        assertThat(select(list)).isEqualTo(selected);
    }

    @Test
    void leavesTls13AloneUnlessItIsNamed() {
        assertThat(CipherList.select("AES128-SHA", SUPPORTED))
                .containsExactly("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA");
        assertThat(CipherList.select("TLS_AES_128_GCM_SHA256:AES128-SHA", SUPPORTED))
                .containsExactly("TLS_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "aNULL", "eNULL", "MD5", "TLS_RSA_WITH_NULL_SHA256", "nonsense", "HIGH:!ALL"})
    void neverOffersWhatIsBrokenAndSaysWhenNothingIsLeft(String list) {
        assertThatThrownBy(() -> CipherList.select(list, SUPPORTED))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("\"" + list + "\"");
    }

    @Nested
    class Protocols {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "TLSv1.2 | TLSv1.2",
                    "TLSv1.2,TLSv1.3 | TLSv1.3 TLSv1.2",
                    "TLSv1 TLSv1.1 TLSv1.2 | TLSv1.2",
                    "TLSv1.2+ | TLSv1.3 TLSv1.2",
                    "TLSv1.3+ | TLSv1.3",
                    "TLSv1+ | TLSv1.3 TLSv1.2",
                    "tlsv1.2,tlsV1 | TLSv1.2",
                })
        void areWrittenAsInOpenVSwitch(String text, String enabled) {
            assertThat(TlsOptions.builder().protocols(text).build().protocols()).containsExactly(enabled.split(" "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "TLSv1", "TLSv1,TLSv1.1", "TLSv1.4", "TLSv1.2;SSLv9"})
        void thatCannotBeSpokenAreRefused(String text) {
            assertThatThrownBy(() -> TlsOptions.builder().protocols(text)).hasMessageContaining("\"" + text + "\"");
        }
    }
}
