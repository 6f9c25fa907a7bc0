package org.demarche.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/** An option or a parameter. Hands what is given for it to its command, and remembers that for picocli, which adds to lists. */
final class Argument<T> implements IGetter, ISetter {

    private static final ITypeConverter<?>[] NONE = {};

    /** How it is written in help: all names of an option, then what its value is called; of a parameter only that. */
    private final String[] written;

    private final String description;
    private final Consumer<T> to;
    private Class<?> type = Object.class;
    private ITypeConverter<?>[] converters = NONE;
    private boolean several;
    private boolean needed;
    private String separator = "";
    private @Nullable List<String> words;
    private @Nullable Object value;

    Argument(String written, String description, Consumer<T> to) {
        this.written = written.split(" ");
        this.description = description;
        this.to = to;
    }

    /** What it is for those who complete or list it. */
    Argument<T> of(Class<?> kind) {
        type = kind;
        return this;
    }

    Argument<T> by(ITypeConverter<?> converter) {
        converters = new ITypeConverter<?>[] {converter};
        return this;
    }

    /** It takes a list, in which this may stand between two; {@code ""} for nothing. */
    Argument<T> several(String between) {
        several = true;
        separator = between;
        return this;
    }

    /** Of a list: one at least. */
    Argument<T> atLeastOne() {
        needed = true;
        return this;
    }

    /** The words that a shell can complete it to. */
    Argument<T> outOf(List<String> known) {
        words = known;
        return this;
    }

    boolean isOption() {
        return written[0].startsWith("-");
    }

    OptionSpec.Builder option() {
        boolean flag = type == boolean.class;
        int names = flag ? written.length : written.length - 1;
        OptionSpec.Builder option = OptionSpec.builder(Arrays.copyOf(written, names))
                .type(several ? List.class : type)
                .auxiliaryTypes(type)
                .converters(converters)
                .splitRegex(separator)
                .completionCandidates(words)
                .description(description)
                .hasInitialValue(false)
                .getter(this)
                .setter(this);
        return flag ? option : option.paramLabel(written[names]);
    }

    /** @param index how many others stand before it */
    ArgSpec parameter(int index) {
        boolean optional = written[0].startsWith("[") || several && !needed;
        String label = written[0].startsWith("[") ? written[0].substring(1, written[0].length() - 1) : written[0];
        return PositionalParamSpec.builder()
                .index(new Range(index, several ? Integer.MAX_VALUE : index, several, false, null))
                .arity(new Range(optional ? 0 : 1, several ? Integer.MAX_VALUE : 1, several, false, null))
                .required(!optional)
                .type(several ? List.class : type)
                .auxiliaryTypes(type)
                .converters(converters)
                .completionCandidates(words)
                .paramLabel(label)
                .description(description)
                .hasInitialValue(false)
                .getter(this)
                .setter(this)
                .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // What was set is what is asked for, and nothing is null to picocli.
    public <V> V get() {
        return (V) value;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <V> V set(V given) {
        Object before = value;
        value = given;
        to.accept((T) given);
        return (V) before;
    }
}
