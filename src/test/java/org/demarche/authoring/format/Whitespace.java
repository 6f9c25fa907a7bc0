package org.demarche.authoring.format;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes what stands between the words of a file, as hasty hands do, so that its form is lost and what it says is not. */
final class Whitespace {

    private static final Pattern DRL =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\]|\\\\.)*\"|[\\w$@.]+|==|\\S", Pattern.DOTALL);

    private final Random random;

    Whitespace(int seed) {
        this.random = new Random(seed);
    }

    String rules(String text) {
        StringBuilder changed = new StringBuilder();
        Matcher tokens = DRL.matcher(text);
        String before = "";
        int end = 0;
        while (tokens.find()) {
            changed.append(gap(before, text.substring(end, tokens.start()), tokens.group()));
            changed.append(tokens.group());
            before = tokens.group();
            end = tokens.end();
        }
        return ends(changed.append(text.substring(end)).toString());
    }

    private String gap(String left, String gap, String right) {
        if (gap.contains("\n")) {
            return lines(left, gap, right);
        }
        boolean word = left.matches("[\\w$@.]+") && right.matches("[\\w$@.]+");
        boolean free = left.matches("[(,;]|==") || right.matches("[(),;]|==");
        if (gap.isEmpty()) {
            return free && !left.isEmpty() ? blanks(0) : "";
        }
        return blanks(free && !word ? 0 : 1);
    }

    private String lines(String left, String gap, String right) {
        boolean comment = left.startsWith("//");
        boolean empty = gap.chars().filter(c -> c == '\n').count() > 1;
        boolean joins = right.startsWith("@") || right.matches("when|then|end") || left.matches("when|then");
        if (joins && !comment && random.nextInt(3) == 0) {
            return blanks(1);
        }
        String one = blanks(0) + "\n" + blanks(0);
        return empty ? one.repeat(left.equals("end") ? 1 + random.nextInt(3) : 2 + random.nextInt(2)) : one;
    }

    String yaml(String text) {
        int wide = 1 + random.nextInt(3);
        StringBuilder changed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String inner = line.stripLeading();
            int indent = (line.length() - inner.length()) * wide;
            String dashed = inner.startsWith("- ") ? "-" + " ".repeat(2 * wide - 1) + inner.substring(2) : inner;
            changed.append(dashed.isEmpty() ? "" : " ".repeat(indent))
                    .append(dashed.startsWith("#") ? dashed : insideBraces(dashed))
                    .append(" ".repeat(random.nextInt(3)))
                    .append(dashed.isEmpty() ? "\n".repeat(1 + random.nextInt(3)) : "\n");
        }
        return ends(changed.toString());
    }

    /** Outside of quotes. */
    private String insideBraces(String line) {
        StringBuilder changed = new StringBuilder();
        Matcher parts = Pattern.compile("\"[^\"]*\"|\\{(?!\\w+}) ?| ?}(?=[\\]},]|$)|, (?=[a-z-]+:)|: (?=\\S)|.")
                .matcher(line);
        boolean flow = line.contains("{") && line.endsWith("}");
        while (parts.find()) {
            String part = parts.group();
            boolean sign = part.matches("[{]|}|, |: ");
            changed.append(
                    !sign || part.equals(": ") && !flow || !flow
                            ? part
                            : part.equals("}")
                                    ? " ".repeat(random.nextInt(3)) + "}"
                                    : part.strip()
                                            + " ".repeat(part.equals("{") ? random.nextInt(3) : 1 + random.nextInt(2)));
        }
        return changed.toString();
    }

    private String ends(String text) {
        return random.nextBoolean() ? text : text.replace("\n", "\r\n");
    }

    private String blanks(int least) {
        int count = least + random.nextInt(3);
        return random.nextInt(4) == 0 ? "\t".repeat(count) : " ".repeat(count);
    }
}
