package org.demarche.compile;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.compile.SessionSettings.Equality;
import org.demarche.compile.SessionSettings.Events;
import org.demarche.source.Problems;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Compiles rules as they are with the classic compiler of Drools, which is what a plain build of theirs uses, and which alone answers
 * defeasible rules as documented.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SessionCompiler {

    private final ClassLoader classes;
    private final SessionSettings settings;
    private final Problems problems;

    /** The compiled rules; empty, with the problems, when some do not compile. */
    Optional<KieBase> compile(List<DrlFile> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(new Properties(), classes));
        SessionMessages messages = new SessionMessages(files, problems);
        new SessionChecks(files, problems).check();
        try {
            for (DrlFile file : files) {
                Resource resource = ResourceFactory.newReaderResource(
                        new StringReader(file.source().text()));
                resource.setSourcePath(file.source().file());
                builder.add(resource, ResourceType.DRL);
            }
        } catch (RuntimeException | LinkageError broken) {
            messages.failed();
            return Optional.empty();
        }
        if (builder.hasErrors()) {
            messages.translate(builder.getErrors());
            return Optional.empty();
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(configuration());
        base.addPackages(builder.getKnowledgePackages());
        return Optional.of(base);
    }

    private KieBaseConfiguration configuration() {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration(new Properties(), classes);
        configuration.setOption(
                settings.equality() == Equality.EQUALITY
                        ? EqualityBehaviorOption.EQUALITY
                        : EqualityBehaviorOption.IDENTITY);
        configuration.setOption(
                settings.events() == Events.STREAM ? EventProcessingOption.STREAM : EventProcessingOption.CLOUD);
        return configuration;
    }
}
