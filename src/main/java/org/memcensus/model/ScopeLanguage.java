package org.memcensus.model;

import java.util.Comparator;
import java.util.List;

/**
 * What a scope holds of one language in one safety class.
 *
 * @param name the language
 * @param safety the class
 * @param files number of files; what is embedded in files of other languages is none
 * @param code lines of code, above 0
 */
public record ScopeLanguage(String name, Safety safety, long files, long code) {
    private static final Comparator<ScopeLanguage> MOST_CODE_FIRST = Comparator.comparingLong(
                    (ScopeLanguage language) -> -language.code)
            .thenComparing(ScopeLanguage::name)
            .thenComparing(ScopeLanguage::safety);

    /** What counts in a share: the languages of all classes but none that have code there; most code first, then by name. */
    static List<ScopeLanguage> of(List<LanguageSum> sums, Scope scope) {
        return sums.stream()
                .filter(sum -> sum.safety() != Safety.NONE && sum.code(scope) > 0)
                .map(sum -> new ScopeLanguage(sum.name(), sum.safety(), sum.files(scope), sum.code(scope)))
                .sorted(MOST_CODE_FIRST)
                .toList();
    }
}
