package org.demarche.rules;

import java.util.List;
import org.demarche.model.FactType;
import org.demarche.source.SourceLocation;

/**
 * What a rule concludes.
 *
 * @param type the kind of the concluded fact
 * @param arguments one for each field, in order; an absent last one is the text {@code ""}
 * @param at where the consequence begins
 */
public record Conclusion(FactType type, List<Operand> arguments, SourceLocation at) {
    public Conclusion {
        arguments = List.copyOf(arguments);
    }
}
