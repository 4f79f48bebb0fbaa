package org.memcensus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of some words: the constants of an enum, in lower case with dashes. A class with a name, since the class archive
 * leaves out lambdas of picocli's old interfaces, and with them all classes that have one.
 *
 * @param <E> the enum
 */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    WordConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String text) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) {
                return constant;
            }
            words.add(word);
        }
        throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", words));
    }
}
