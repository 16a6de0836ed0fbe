package dev.ovsdb.testkit.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the six runs of {@link EveryReferenceServer}. */
final class EveryReferenceServerExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), EveryReferenceServer.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        EveryReferenceServer annotation = AnnotationSupport.findAnnotation(
                        context.getElement(), EveryReferenceServer.class)
                .orElseThrow();
        List<TestTemplateInvocationContext> runs = new ArrayList<>();
        for (boolean container : new boolean[] {false, true}) {
            SharedServer server =
                    new SharedServer(container, List.of(annotation.schema()), List.of(annotation.installedSchema()));
            for (String kind : SharedServer.KINDS) runs.add(new EndpointRun(server, kind));
        }
        return runs.stream();
    }
}
