package dev.ovsdb.jsonrpc.netty;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The file of a Unix domain socket to listen on. Netty removes it when the channel is closed. */
final class UnixSocketFile {
    private final Path path;

    UnixSocketFile(Path path) {
        this.path = path;
    }

    /**
     * Removes a socket on which nobody listens any more: what a process leaves behind that was killed. The reference
     * programs remove it in any case and so cut off one who still listens. Blocks on the local disk.
     */
    void takeOver() throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return;
        }
        if (!attributes.isOther()) throw new BindException(path + ": there is a file that is not a socket");
        if (somebodyListens()) throw new BindException(path + ": somebody listens on this socket");
        Files.deleteIfExists(path);
    }

    /**
     * Takes from all but the owner and the group what the umask left them, as the reference programs do: whoever may write
     * to the socket may connect. Blocks on the local disk. Does nothing where files have no such permissions.
     */
    void closeToOthers() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) return;
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        permissions.remove(PosixFilePermission.OTHERS_READ);
        permissions.remove(PosixFilePermission.OTHERS_WRITE);
        permissions.remove(PosixFilePermission.OTHERS_EXECUTE);
        view.setPermissions(permissions);
    }

    private boolean somebodyListens() throws IOException {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.configureBlocking(false); // A listener with a full backlog would make us wait.
            probe.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
