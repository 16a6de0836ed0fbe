package dev.ovsdb.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output: UTF-8, buffered until {@link #flush}. Confined to the command's thread. */
public final class Output {
    private final OutputStream stream;

    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, 1 << 16);
    }

    /** @throws OutputException if nobody reads any more, or the disk is full */
    public void print(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, 0, utf8.length);
    }

    /** @throws OutputException as {@link #print} */
    public void line(String text) {
        print(text);
        print("\n");
    }

    /** @throws OutputException as {@link #print} */
    public void write(byte[] bytes, int from, int length) {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** @throws OutputException as {@link #print} */
    public void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
