package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.match.Mismatch;
import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.Extension;
import dev.ovsdb.conformance.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a server offers beyond RFC 7047, found out when first needed. */
final class Extensions {
    private final Supplier<Exchange> exchanges;
    private final Databases databases;
    private final Map<String, Extension> known = new LinkedHashMap<>();
    private final Map<String, Boolean> offered = new LinkedHashMap<>();

    Extensions(Databases databases, Supplier<Exchange> exchanges) {
        this.databases = databases;
        this.exchanges = exchanges;
        for (Extension extension : Suite.extensions()) known.put(extension.name(), extension);
    }

    /** The first of these that the server does not offer; empty if it offers all. */
    Optional<String> missing(List<String> names) {
        return names.stream().filter(name -> !offers(name)).findFirst();
    }

    /** Whether it offers any extension: if not, it is a server of RFC 7047 and nothing else. */
    boolean offersAny() {
        return known.keySet().stream().anyMatch(this::offers);
    }

    private boolean offers(String name) {
        Extension extension = known.get(name);
        if (extension == null) throw new IllegalStateException("the kit knows no extension " + name);
        return offered.computeIfAbsent(name, first -> ask(extension));
    }

    private boolean ask(Extension extension) {
        boolean kit = !extension.database().equals(Case.NO_DATABASE);
        if (kit && !databases.hasKit(extension.database())) return false;
        try (Exchange exchange = exchanges.get()) {
            exchange.play(extension.steps());
            return true;
        } catch (Mismatch e) {
            return false;
        }
    }
}
