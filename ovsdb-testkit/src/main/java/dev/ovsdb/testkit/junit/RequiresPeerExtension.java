package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.Peers;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Checks {@link RequiresPeer} before the class's own set-up runs, and again for a method that asks for more. */
final class RequiresPeerExtension implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        require(context.getElement());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        require(context.getElement());
    }

    private static void require(Optional<AnnotatedElement> element) {
        AnnotationSupport.findAnnotation(element, RequiresPeer.class).ifPresent(annotation -> {
            for (String peer : annotation.value()) require(peer);
        });
    }

    private static void require(String peer) {
        if (peer.equals("docker")) Peers.requireDocker();
        else if (peer.startsWith("python3-")) Peers.requirePythonModule(peer.substring("python3-".length()));
        else Peers.require(peer);
    }
}
