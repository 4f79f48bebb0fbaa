package org.memcensus.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Writes numbers the way people read them; the same on every machine. */
final class Numbers {
    private Numbers() {}

    /** With a comma between thousands: {@code 12,345}. */
    static String grouped(long number) {
        StringBuilder text =
                new StringBuilder().append(number); // a format would first read what Java knows of all places
        for (int i = text.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** With one decimal: {@code 86.3}. */
    static String tenth(double number) {
        return rounded(number, 1).toPlainString();
    }

    /** Without decimals: {@code 86}. */
    static String whole(double number) {
        return rounded(number, 0).toPlainString();
    }

    /** A share in per cent. What is neither nothing nor all never reads as if it were. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        if (percent < 100 && percent > 99.9) {
            return "> 99.9 %";
        }
        return (percent == 0 || percent == 100 ? whole(percent) : tenth(percent)) + " %";
    }

    /** A share in per cent, or a word for where there is no code. */
    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "no code";
    }

    /** Rounded half up. */
    static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A number with its noun: {@code 1 file}, {@code 2 files}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return grouped(number) + " " + (number == 1 ? noun : plural);
    }
}
