package dev.ovsdb.testkit;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Whether containers can be had, asked once for each answer and with the reason where they cannot. */
final class DockerEngine {
    private DockerEngine() {}

    /** Why no engine answers; empty if one does. Testcontainers itself remembers a failure for the life of the JVM. */
    static Optional<String> problem() {
        try {
            DockerClientFactory.instance().client();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(firstLine(e));
        }
    }

    static Optional<String> imageProblem(String image) {
        return hasImage(image) ? Optional.empty() : pullProblem(image);
    }

    /** True if containers can have a network of their own with published ports. */
    static boolean hasBridge() {
        return DockerClientFactory.lazyClient().listNetworksCmd().exec().stream()
                .anyMatch(network -> "bridge".equals(network.getDriver()));
    }

    private static boolean hasImage(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static Optional<String> pullProblem(String image) {
        try {
            new RemoteDockerImage(DockerImageName.parse(image)).get();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(firstLine(e));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
