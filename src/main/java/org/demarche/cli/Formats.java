package org.demarche.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.demarche.cli.OutputOptions.Format;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives a command more forms of its result than others have. */
abstract class Formats implements IModelTransformer {

    private final List<Format> known;
    private final String what;

    /** @param what what those are for that others have not */
    Formats(List<Format> known, String what) {
        this.known = known;
        this.what = what;
    }

    @Override
    public CommandSpec transform(CommandSpec spec) {
        OptionSpec format = spec.findOption("--format");
        OptionSpec more = OptionSpec.builder(format)
                .paramLabel(known.stream().map(Format::name).collect(Collectors.joining("|")))
                .converters(new Converters.Form(known))
                .completionCandidates(known.stream().map(Format::name).toList())
                .description("The form of the result; text unless said otherwise. " + what)
                .build();
        return spec.remove(format).addOption(more);
    }
}
