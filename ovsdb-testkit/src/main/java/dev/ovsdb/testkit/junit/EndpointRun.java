package dev.ovsdb.testkit.junit;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test against one endpoint. The server starts within the run, so that only this run is skipped without it. */
record EndpointRun(SharedServer server, String kind)
        implements TestTemplateInvocationContext, BeforeEachCallback, ParameterResolver {
    @Override
    public String getDisplayName(int invocationIndex) {
        return (server.container() ? "container, " : "local, ") + kind;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.get(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ReferenceEndpoint.class;
    }

    @Override
    public ReferenceEndpoint resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new ReferenceEndpoint(server.get(context), server.container(), kind);
    }
}
