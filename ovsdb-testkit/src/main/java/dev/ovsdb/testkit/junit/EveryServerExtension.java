package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.database.ServerKind;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the runs of {@link EveryServer}; each tells {@link OvsdbExtension} its kind through the run's store. */
final class EveryServerExtension implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), EveryServer.class);
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        EveryServer annotation = AnnotationSupport.findAnnotation(context.getElement(), EveryServer.class)
                .orElseThrow();
        return Stream.of(annotation.value()).map(Run::new);
    }

    private record Run(ServerKind kind) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(OvsdbExtension.NAMESPACE).put(ServerKind.class, kind);
        }
    }
}
