package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Which members of an operation have been seen. Of a name that occurs more than once the last one counts. */
final class OperationMembers {
    private int bits;
    private @Nullable String unknown;
    private @Nullable Map<Member, Long> aside;

    /** Reads the name of the next member; null if no operation has such a member. */
    @Nullable
    Member next(JsonReader reader) {
        Member member = Member.next(reader);
        if (member != null) {
            bits |= member.bit();
        } else if (unknown == null) {
            unknown = reader.lastString();
        }
        return member;
    }

    boolean has(Member member) {
        return (bits & member.bit()) != 0;
    }

    /** @param place the reader's mark before the member's value */
    void setAside(Member member, long place) {
        if (aside == null) {
            aside = new EnumMap<>(Member.class);
        }
        aside.put(member, place);
    }

    /** The member came again and was read; what was set aside of it does not count. */
    void forgetAside(Member member) {
        if (aside != null) {
            aside.remove(member);
        }
    }

    void forEachSetAside(ObjLongConsumer<Member> action) {
        if (aside != null) {
            aside.forEach(action::accept);
        }
    }

    /** @throws InvalidOperationException if a member is missing or does not belong here */
    void check(OperationKind kind) {
        int missing = kind.required & ~bits;
        if (missing != 0) {
            throw InvalidOperationException.syntax("Required '" + first(missing).text + "' member is missing.");
        }
        int extra = bits & ~kind.allowed;
        if (extra != 0 || unknown != null) {
            String name = extra != 0 ? first(extra).text : unknown;
            throw InvalidOperationException.syntax("Member '" + name + "' is present but not allowed here.");
        }
    }

    private static Member first(int bits) {
        return Member.values()[Integer.numberOfTrailingZeros(bits)];
    }
}
