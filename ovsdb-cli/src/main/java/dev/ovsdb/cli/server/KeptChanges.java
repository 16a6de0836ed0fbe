package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The databases and remotes as control commands have left them, in a file of the monitor that starts this server again after a crash:
 * then they count, and those of the command line do not. Without a monitor nothing is kept.
 */
final class KeptChanges {
    /** The variable of the environment in which the monitor names its file. */
    private static final String VARIABLE = "OVSDB_KEPT";

    private static final String FILES = "files";
    private static final String REMOTES = "remotes";

    private final Optional<Path> file;
    private final Vlog log;

    KeptChanges(Console console, Vlog log) {
        this.file = console.variable(VARIABLE).map(Path::of);
        this.log = log;
    }

    /** What the server is to start with: these options, or what was kept in place of their databases and remotes. */
    ServerOptions over(ServerOptions options) {
        return file.flatMap(this::read)
                .map(kept -> options.serving(strings(kept, FILES), strings(kept, REMOTES)))
                .orElse(options);
    }

    private Optional<JsonObject> read(Path from) {
        try {
            return Optional.of((JsonObject) JsonValue.parse(Files.readString(from)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // The first start, or nobody has changed anything.
        } catch (IOException e) {
            log.warn("ovsdb_server", from + ": what control commands had changed is lost (" + e + ")");
            return Optional.empty();
        }
    }

    private static List<String> strings(JsonObject kept, String member) {
        JsonArray values = (JsonArray) kept.get(member).orElse(JsonArray.EMPTY);
        return values.elements().stream()
                .map(value -> ((JsonString) value).value())
                .toList();
    }

    /** Writes down what is served now. */
    void keep(List<String> files, List<String> remotes) {
        if (file.isEmpty()) {
            return;
        }
        Path made = file.get().resolveSibling(file.get().getFileName() + ".tmp");
        try {
            Files.writeString(
                    made,
                    JsonObject.EMPTY
                            .with(FILES, array(files))
                            .with(REMOTES, array(remotes))
                            .toString());
            Files.move(made, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("ovsdb_server", file.get() + ": the change would be lost by a crash (" + e + ")");
        }
    }

    private static JsonArray array(List<String> values) {
        return new JsonArray(List.copyOf(values.stream().map(JsonString::new).toList()));
    }
}
