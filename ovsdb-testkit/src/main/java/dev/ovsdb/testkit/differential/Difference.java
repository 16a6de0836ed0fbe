package dev.ovsdb.testkit.differential;

/**
 * Where two servers part.
 *
 * @param step the number of the step in its script, from 0
 * @param where the session, and what of it
 * @param reference what the reference said
 * @param other what the other said
 */
record Difference(int step, String where, String reference, String other) {
    boolean isOfFiles() {
        return where.contains("file");
    }

    @Override
    public String toString() {
        return "step " + step + ", " + where + "\n  reference: " + reference + "\n  other:     " + other;
    }
}
