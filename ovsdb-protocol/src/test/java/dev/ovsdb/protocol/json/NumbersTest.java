package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ovsdb.protocol.vectors.Rounds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an integer and what a real goes by the number's value, not by how it is spelled. */
class NumbersTest {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static Number read(String number) {
        JsonReader in = reader("[" + number + " ]");
        in.beginArray();
        Number read = in.nextNumber();
        assertThat(in.offset()).as(number).isEqualTo(1 + number.length());
        in.endArray();
        in.end();
        assertThat(in.lastDouble()).isEqualTo(read.doubleValue());
        assertThat(reader(number).nextNumber()).as("with nothing behind it").isEqualTo(read);
        return read;
    }

    private static JsonReader reader(String json) {
        byte[] text = (json + "99").getBytes(StandardCharsets.US_ASCII); // What is behind the end is not read.
        return JsonReader.of(text, 0, text.length - 2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.0, 0",
        "-0.000, 0",
        "0e5, 0",
        "1.0, 1",
        "-1.0, -1",
        "1e3, 1000",
        "1E3, 1000",
        "1e+3, 1000",
        "1.5e1, 15",
        "-2.50e+2, -250",
        "1200e-2, 12",
        "0.001e3, 1",
        "999999999999999999, 999999999999999999",
        "-999999999999999999, -999999999999999999",
        "1000000000000000000, 1000000000000000000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775808.0, -9223372036854775808",
        "922337203685477580.70e1, 9223372036854775807",
        "1e18, 1000000000000000000",
        "9e18, 9000000000000000000",
        "10000000000000000000000e-20, 100",
        "1.00000000000000000000000000000, 1",
        "18446744073709551610e-1, 1844674407370955161",
        "184467440737095516100e-2, 1844674407370955161",
    })
    void anIntegralNumberOf64BitsIsAnInteger(String number, long expected) {
        assertThat(read(number)).isEqualTo(expected);
        assertThat(reader(number).nextLong()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "-0.5, -0.5",
        "1.5e-1, 0.15",
        "15e-2, 0.15",
        "9223372036854775808, 9223372036854775808",
        "-9223372036854775809, -9223372036854775809",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551616, 18446744073709551616",
        "1e19, 1e19",
        "2e19, 2e19",
        "1e20, 1e20",
        "100000000000000000000, 1e20",
        "1.0000000000000000000001, 1",
        "184467440737095516155e-1, 18446744073709551615.5",
        "184467440737095516160e-1, 18446744073709551616",
        "184467440737095516150e-2, 1844674407370955161.5",
        "1e-5, 0.00001",
        "1e308, 1e308",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "-1.7976931348623157e+308, -1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
    })
    void anyOtherNumberIsAReal(String number, double expected) {
        assertThat(read(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "-1e-400", "1e-2147483639", "123e-0000000000500"})
    void aRealThatIsTooSmallIsZero(String number) {
        assertThat(read(number).doubleValue()).isZero();
        assertThat(reader(number).readNumber()).isFalse();
    }

    @Test
    void aRealBelowTheNormalOnesIsReadIfNoDigitOfItIsLost() {
        for (double value : new double[] {Double.MIN_VALUE, -3 * Double.MIN_VALUE, Math.nextDown(Double.MIN_NORMAL)}) {
            assertThat(read(new BigDecimal(value).toPlainString())).isEqualTo(value);
        }
        String exact = new BigDecimal(Double.MIN_VALUE).toPlainString();
        String longest = exact + "0".repeat(1100 - exact.length());
        assertThat(read(longest)).isEqualTo(Double.MIN_VALUE);
        refused(longest + "0", "outside the range of a real", 1101);
    }

    @Test
    void anyNumberOfUpToNineteenDigitsIsReadExactly() {
        long seed = 20261130;
        Random random = new Random(seed);
        for (int i = 0; i < Rounds.of(40_000); i++) {
            String number = randomNumber(random);
            BigDecimal value = new BigDecimal(number);
            boolean integer = value.signum() == 0
                    || value.stripTrailingZeros().scale() <= 0
                            && value.compareTo(LEAST) >= 0
                            && value.compareTo(MOST) <= 0;
            Number expected = integer ? (Number) value.longValueExact() : (Number) value.doubleValue();
            assertThat(read(number)).as("%s, seed %d", number, seed).isEqualTo(expected);
        }
    }

    private static String randomNumber(Random random) {
        StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "");
        String digits = digits(random, 1 + random.nextInt(19));
        int point = 1 + random.nextInt(digits.length());
        String whole = digits.substring(0, point).replaceFirst("^0+(?=.)", "");
        number.append(whole);
        if (point < digits.length()) {
            number.append('.').append(digits, point, digits.length());
        }
        if (random.nextInt(3) == 0) {
            number.append(random.nextBoolean() ? 'e' : 'E')
                    .append(new String[] {"", "+", "-"}[random.nextInt(3)])
                    .append(random.nextInt(22));
        }
        return number.toString();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < count) {
            digits.append("00012345678999".charAt(random.nextInt(14)));
        }
        return digits.toString();
    }

    @Nested
    class WhatIsNoNumber {
        @ParameterizedTest
        @CsvSource({
            "-, expected a digit in a number, 1",
            "-x, expected a digit in a number, 1",
            "-., expected a digit in a number, 1",
            "00, a number has a leading zero, 0",
            "-01, a number has a leading zero, 1",
            "09.5, a number has a leading zero, 0",
            "1., expected a digit after the decimal point, 2",
            "1.e5, expected a digit after the decimal point, 2",
            "1.-5, expected a digit after the decimal point, 2",
            "1e, expected a digit in an exponent, 2",
            "1e+, expected a digit in an exponent, 3",
            "1e-x, expected a digit in an exponent, 3",
            "1e+-5, expected a digit in an exponent, 3",
            "1.5x, expected the end of a number, 3",
            "1.5e3_, expected the end of a number, 5",
            "12a, expected the end of a number, 2",
            "12Z, expected the end of a number, 2",
            "1.5z, expected the end of a number, 3",
            "1.5A, expected the end of a number, 3",
            "1e2147483640, an exponent is out of range, 11",
            "1e-2147483640, an exponent is out of range, 12",
            "1e309, a number is outside the range of a real, 5",
            "-1e309, a number is outside the range of a real, 6",
            "1e2147483639, a number is outside the range of a real, 12",
            "1e-310, a number is outside the range of a real, 6",
            "4.9e-324, a number is outside the range of a real, 8",
        })
        void theMessageTellsWhatIsWrongAndWhere(String text, String problem, long offset) {
            refused(text, problem, offset);
        }
    }

    private static void refused(String text, String problem, long offset) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> reader(text).readNumber())
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
        assertThatExceptionOfType(JsonSyntaxException.class) // Offsets count from where the text begins.
                .isThrownBy(
                        () -> JsonReader.of(("   " + text).getBytes(StandardCharsets.US_ASCII), 3, 3 + text.length())
                                .readNumber())
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }
}
