package dev.ovsdb.cli.table;

import java.io.ByteArrayOutputStream;

/** A line of bytes whose trailing blanks are dropped. */
final class TrimmedLine {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    void append(byte[] utf8, int length) {
        bytes.write(utf8, 0, length);
    }

    void pad(int blanks) {
        for (int i = 0; i < blanks; i++) {
            bytes.write(' ');
        }
    }

    void print(Page page) {
        byte[] line = bytes.toByteArray();
        int length = line.length;
        while (length > 0 && line[length - 1] == ' ') {
            length--;
        }
        page.print(line, length);
        page.print("\n");
    }
}
