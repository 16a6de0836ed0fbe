package dev.ovsdb.cli.tool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A file that something happened to.
 *
 * @param what for people
 * @param isCut whether it only ends too early, as after a crash
 */
record Damage(String what, boolean isCut, byte[] content) {
    private static final byte[] LEAD = "OVSDB ".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 40;

    /** Everything that is to be tried on a good file: around each record, and at random places. */
    static List<Damage> of(byte[] good, Random random, int more) {
        List<Damage> all = new ArrayList<>();
        List<Integer> starts = starts(good);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : good.length;
            atTheEdges(all, good, end);
            inARecord(all, good, starts.get(i), end, random);
        }
        for (int i = 0; i < more; i++) {
            all.add(cut(good, random.nextInt(good.length)));
            all.add(random(good, random));
        }
        return all;
    }

    /** Where records begin. */
    static List<Integer> starts(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < file.length; at++) {
            boolean atLine = at == 0 || file[at - 1] == '\n';
            if (atLine && Arrays.mismatch(LEAD, Arrays.copyOfRange(file, at, at + LEAD.length)) < 0) {
                starts.add(at);
            }
        }
        return starts;
    }

    private static void atTheEdges(List<Damage> all, byte[] good, int end) {
        for (int away = -3; away <= 70; away += away < 8 ? 1 : 31) {
            if (end + away <= good.length) {
                all.add(cut(good, end + away));
            }
        }
    }

    private static void inARecord(List<Damage> all, byte[] good, int start, int end, Random random) {
        int length = start + "OVSDB JSON ".length();
        int lineEnd = length;
        while (good[lineEnd] != '\n') {
            lineEnd++;
        }
        int payload = lineEnd + 1;
        all.add(changed("magic", good, start, (byte) 'X'));
        all.add(changed("kind", good, start + 7, (byte) 'T'));
        all.add(changed("length grown", good, length, (byte) '9'));
        all.add(changed("length shrunk", good, length, (byte) '0'));
        all.add(changed("length no number", good, length, (byte) 'x'));
        all.add(flipped("hash", good, lineEnd - HASH + random.nextInt(HASH), random));
        all.add(changed("line's end", good, lineEnd, (byte) ' '));
        all.add(changed("first byte", good, payload, (byte) '['));
        all.add(flipped("JSON", good, payload + random.nextInt(end - payload), random));
        all.add(changed("last byte", good, end - 1, (byte) ' '));
        all.add(without("byte gone", good, payload + random.nextInt(end - payload)));
        all.add(with("zeros before", good, start, new byte[16]));
        all.add(with("blank line before", good, start, new byte[] {'\n'}));
    }

    private static Damage random(byte[] good, Random random) {
        int at = random.nextInt(good.length);
        byte[] inserted = new byte[1 + random.nextInt(20)];
        random.nextBytes(inserted);
        return switch (random.nextInt(4)) {
            case 0 -> flipped("flipped", good, at, random);
            case 1 -> without("gone", good, at);
            case 2 -> with("inserted", good, at, inserted);
            default -> new Damage("zeros from " + at, false, zeroed(good, at, random.nextInt(64) + 1));
        };
    }

    private static Damage cut(byte[] good, int length) {
        return new Damage("cut at " + length, true, Arrays.copyOf(good, length));
    }

    private static Damage changed(String what, byte[] good, int at, byte to) {
        byte[] changed = good.clone();
        changed[at] = to;
        return new Damage(what + " at " + at, false, changed);
    }

    private static Damage flipped(String what, byte[] good, int at, Random random) {
        return changed(what, good, at, (byte) (good[at] ^ 1 << random.nextInt(8)));
    }

    private static Damage without(String what, byte[] good, int at) {
        return spliced(what, good, at, new byte[0], at + 1);
    }

    private static Damage with(String what, byte[] good, int at, byte[] more) {
        return spliced(what, good, at, more, at);
    }

    private static Damage spliced(String what, byte[] good, int at, byte[] more, int goOn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, at);
        out.writeBytes(more);
        out.write(good, goOn, good.length - goOn);
        return new Damage(what + " at " + at, false, out.toByteArray());
    }

    private static byte[] zeroed(byte[] good, int at, int count) {
        byte[] zeroed = good.clone();
        Arrays.fill(zeroed, at, Math.min(at + count, good.length), (byte) 0);
        return zeroed;
    }

    @Override
    public String toString() {
        return what;
    }
}
