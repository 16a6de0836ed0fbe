package dev.ovsdb.codegen.name;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names that are taken in one place. Who comes first has the name; others get a number. For one thread. */
public final class Scope {
    private final Set<String> taken = new LinkedHashSet<>();
    private final boolean ignoresCase;

    /** @param ignoresCase for names of files, of which some systems have no two that differ in case only */
    public Scope(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    /** Keeps names from being given. */
    public Scope reserve(Collection<String> names) {
        names.forEach(name -> taken.add(key(name)));
        return this;
    }

    public boolean isFree(String name) {
        return !taken.contains(key(name));
    }

    /** Takes the name, or the first free one of {@code name + separator + 2}, 3 and so on. */
    public String take(String name, String separator) {
        String free = name;
        for (int number = 2; !isFree(free); number++) {
            free = name + separator + number;
        }
        taken.add(key(free));
        return free;
    }

    private String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
