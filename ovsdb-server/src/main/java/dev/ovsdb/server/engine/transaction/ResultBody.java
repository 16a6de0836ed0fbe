package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.transaction.ResultText.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes the text of a result piece by piece. For one thread at a time. */
final class ResultBody {
    private final List<Part> parts;
    private final int pieceBytes;
    private int part;
    private boolean inRows; // The text of the part was handed out.

    ResultBody(ResultText text) {
        this.parts = text.parts();
        this.pieceBytes = text.pieceBytes();
    }

    boolean isAtEnd() {
        return part == parts.size();
    }

    /** About as many bytes as asked for; more than none unless it is at the end. */
    List<ByteBuffer> piece() {
        List<ByteBuffer> piece = new ArrayList<>();
        int left = pieceBytes;
        while (left > 0 && !isAtEnd()) {
            int from = piece.size();
            add(left, piece);
            for (ByteBuffer added : piece.subList(from, piece.size())) {
                left -= Math.min(left, added.remaining());
            }
        }
        return piece;
    }

    private void add(int bytes, List<ByteBuffer> piece) {
        Part now = parts.get(part);
        if (!inRows) {
            now.text().forEach(buffer -> piece.add(buffer.duplicate()));
            inRows = true;
        }
        if (now.rows() == null || now.rows().write(bytes, piece)) {
            part++;
            inRows = false;
        }
    }
}
