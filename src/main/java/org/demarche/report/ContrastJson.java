package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Contrast.Parting;
import org.demarche.explain.whynot.Contrast.Region;
import org.jspecify.annotations.Nullable;

/** The document of {@code why --rather-than}. */
final class ContrastJson {

    private final Assessment assessment;
    private final WhyJson reasons;
    private final WhyNotJson obstacles;

    ContrastJson(Assessment assessment) {
        this.assessment = assessment;
        this.reasons = new WhyJson(assessment);
        this.obstacles = new WhyNotJson(assessment);
    }

    Map<String, @Nullable Object> document(Contrast contrast) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        RunJson run = new RunJson(assessment);
        document.put("inference", run.inference(contrast.one()));
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        other.put("id", contrast.other().id());
        other.put("sentence", contrast.otherSentence());
        other.put("inference", contrast.otherInference().map(run::inference).orElse(null));
        document.put("ratherThan", other);
        document.put("onlyInference", region(contrast.onlyOne()));
        document.put("both", region(contrast.both()));
        document.put("onlyRatherThan", region(contrast.onlyOther()));
        document.put("support", contrast.support().map(reasons::support).orElse(null));
        document.put("supported", region(contrast.supported()));
        document.put("partings", contrast.partings().stream().map(this::parting).toList());
        return document;
    }

    private static Map<String, @Nullable Object> region(Region region) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("scenarios", Json.count(region.scenarios()));
        written.put("conditions", Json.conditions(region.conditions()));
        return written;
    }

    private Map<String, @Nullable Object> parting(Parting parting) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rule", parting.rule());
        written.put("title", parting.title());
        written.put("where", region(parting.where()));
        written.put("severalWays", parting.severalWays());
        written.put("concludes", parting.concludes());
        written.put("shared", parting.shared().stream().map(obstacles::step).toList());
        written.put("met", parting.met().stream().map(obstacles::step).toList());
        written.put("lacks", obstacles.step(parting.lacks()));
        written.put("instead", parting.instead().map(reasons::held).orElse(null));
        written.put("furtherUnmet", parting.furtherUnmet());
        return written;
    }
}
