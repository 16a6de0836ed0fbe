package dev.ovsdb.maven;

import dev.ovsdb.codegen.CodeGenerator;
import dev.ovsdb.codegen.CodegenException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java types for the tables of a schema, and has them compiled with the project. Does nothing if neither the inputs nor the
 * options nor the plugin have changed since, and what it wrote is still there.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** The schema; several must be versions of one, and what any of them has is generated. */
    @Parameter(required = true)
    List<File> schemas = new ArrayList<>();

    /** Texts for the Javadoc, in the XML in which Open vSwitch and OVN document their databases. */
    @Parameter
    @Nullable
    File documentation;

    /** The package of the types, which must have no others. */
    @Parameter(required = true)
    String packageName = "";

    /** The source folder to write below. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/ovsdb", required = true)
    File outputDirectory = new File("");

    /** Does nothing at all. */
    @Parameter(property = "ovsdb.generate.skip", defaultValue = "false")
    boolean skip;

    /** Whose sources these are. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project = new MavenProject();

    /** This plugin, whose change counts as one of the inputs. */
    @Parameter(defaultValue = "${plugin}", readonly = true)
    @Nullable
    PluginDescriptor plugin;

    /**
     * Generates if need be.
     *
     * @throws MojoExecutionException if an input cannot be used, saying file, place and reason, or an output not be written
     */
    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        if (schemas.isEmpty()) {
            throw new MojoExecutionException("no schema is configured");
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
        try {
            generate();
        } catch (CodegenException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write below " + outputDirectory + ": " + e.getMessage(), e);
        }
    }

    private void generate() throws IOException {
        Path folder = outputDirectory.toPath();
        LastRun last = LastRun.read(folder, packageName);
        String fingerprint = fingerprint();
        if (last.isStill(fingerprint)) {
            getLog().info("Nothing to generate - " + packageName + " is up to date");
            return;
        }
        CodeGenerator generator = CodeGenerator.into(packageName);
        schemas.forEach(schema -> generator.schema(schema.toPath()));
        if (documentation != null) {
            generator.documentation(documentation.toPath());
        }
        List<Path> files = generator.generate().writeTo(folder);
        last.replace(fingerprint, files);
        getLog().info("Generated " + files.size() + " types of " + packageName);
    }

    private String fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        if (plugin != null) {
            fingerprint.add(String.valueOf(plugin.getVersion()));
            for (Artifact artifact : plugin.getArtifacts()) {
                if (artifact.getGroupId().equals("dev.ovsdb")) { // A snapshot changes without a new version.
                    fingerprint.add(artifact.getArtifactId()).add(artifact.getFile());
                }
            }
        }
        fingerprint.add(packageName);
        for (File schema : schemas) {
            fingerprint.add(schema);
        }
        return fingerprint.add("documentation").add(documentation).text();
    }
}
