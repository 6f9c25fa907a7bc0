package org.demarche.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;

/** Finds the actions that codes of events stand for: those that the mapping names, and else those that the vocabulary gives the code. */
final class EventCodes {

    private static final String ACTION = "action";

    /** Codes of CAMEO begin with one of twenty kinds of events, in two digits. */
    private static final int KINDS = 20;

    private static final int LONGEST = 4;
    private static final int KIND = 2;
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 100;

    private final EventMapping mapping;
    private final Map<String, Set<String>> actions = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    EventCodes(EventMapping mapping, Vocabulary vocabulary) {
        this.mapping = mapping;
        vocabulary.terms().stream().filter(term -> term.field().equals(ACTION)).forEach(this::add);
    }

    private void add(Term term) {
        for (String code : (term.cameo() + " " + term.plover()).split("[\\s,;]+")) {
            if (!code.isEmpty()) {
                actions.computeIfAbsent(form(code), any -> new TreeSet<>()).add(term.id());
            }
        }
    }

    /** A code as it is written in a codebook. */
    String known(String written) {
        String form = forms.get(written);
        if (form == null) {
            form = form(written);
            if (forms.size() < MOST_REMEMBERED && written.length() <= LONGEST_REMEMBERED) {
                forms.put(written, form);
            }
        }
        return form;
    }

    /** The actions that it may stand for: one, none when it is not known, several when it is not clear. */
    List<String> actions(String code) {
        for (String each : chain(code)) {
            String mapped = mapping.actions().get(each);
            if (mapped != null) {
                used.add(each);
                return List.of(mapped);
            }
            Set<String> shared = actions.get(each);
            if (shared != null) {
                return List.copyOf(shared);
            }
        }
        return List.of();
    }

    boolean isIgnored(String code) {
        if (mapping.ignoredCodes().isEmpty()) {
            return false;
        }
        for (String each : above(code)) {
            if (mapping.ignoredCodes().contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** The codes of the mapping that no row had. */
    List<String> unused() {
        return mapping.actions().keySet().stream()
                .filter(code -> !used.contains(code))
                .sorted()
                .toList();
    }

    private List<String> chain(String code) {
        return isCameo(code) && !mapping.parents() ? List.of(code) : above(code);
    }

    /** The code and the more general ones that it belongs to. */
    private static List<String> above(String code) {
        List<String> all = new ArrayList<>(List.of(code));
        if (isCameo(code)) {
            for (int length = code.length() - 1; length >= KIND; length--) {
                all.add(code.substring(0, length));
            }
        } else if (code.contains("/")) {
            all.add(code.substring(0, code.indexOf('/')));
        }
        return all;
    }

    /** A code as it is written in a codebook: in CAMEO with the zero that a spreadsheet takes away, in PLOVER {@code TYPE/mode}. */
    static String form(String written) {
        String code = written.strip();
        if (isCameo(code)) {
            return lacksZero(code) ? "0" + code : code;
        }
        int slash = code.indexOf('/');
        return slash < 0
                ? code.toUpperCase(Locale.ROOT)
                : code.substring(0, slash).toUpperCase(Locale.ROOT)
                        + code.substring(slash).toLowerCase(Locale.ROOT);
    }

    /** Whether it would be another code, and one that there is, had it lost a zero: nobody can tell. */
    static boolean mayLackZero(String code) {
        return isCameo(code) && code.length() == KIND && code.charAt(0) != '0';
    }

    private static boolean lacksZero(String code) {
        if (code.length() == LONGEST) {
            return false;
        }
        return code.length() < KIND || Integer.parseInt(code.substring(0, KIND)) > KINDS;
    }

    private static boolean isCameo(String code) {
        return code.length() <= LONGEST
                && !code.isEmpty()
                && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
