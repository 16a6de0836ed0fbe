package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Atom.IntegerAtom;
import dev.ovsdb.protocol.Atom.RealAtom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Mutator;
import dev.ovsdb.server.check.AtomRules;
import dev.ovsdb.server.check.RejectedException;
import java.util.ArrayList;
import java.util.List;

/** Mutations that calculate: with each element of a set, in integers of 64 bits or in reals. */
final class Arithmetic {
    private final Mutator mutator;

    private Arithmetic(Mutator mutator) {
        this.mutator = mutator;
    }

    /** @throws OperationFailedException if there is no result, or the column may not hold it */
    static Datum apply(ColumnRules column, Mutator mutator, SetDatum before, Datum argument) {
        Arithmetic arithmetic = new Arithmetic(mutator);
        Atom operand = argument.asAtom();
        List<Atom> results = new ArrayList<>(before.size());
        before.forEach(atom -> results.add(arithmetic.calculate(atom, operand)));
        SetDatum after = Datum.set(results);
        if (!column.allows(after)) {
            throw violation(column, results);
        }
        if (after.size() < before.size()) {
            throw new OperationFailedException(
                    ErrorTag.CONSTRAINT_VIOLATION,
                    "Result of \"" + mutator.symbol() + "\" operation contains duplicates.");
        }
        return after;
    }

    private static OperationFailedException violation(ColumnRules column, List<Atom> results) {
        try {
            for (Atom result : results) {
                AtomRules.check(Datum.of(result), column.type);
            }
        } catch (RejectedException e) {
            return new OperationFailedException(e);
        }
        throw new AssertionError("one check of " + column.schema + " refuses what another one allows");
    }

    /** What is too small for a normal number is 0: no peer, and not the reference's log, takes one that is not. */
    private Atom calculate(Atom left, Atom right) {
        if (left instanceof IntegerAtom x && right instanceof IntegerAtom y) {
            return Atom.of(calculate(x.value(), y.value()));
        }
        double result = calculate(((RealAtom) left).value(), ((RealAtom) right).value());
        if (!Double.isFinite(result)) {
            throw outOfRange();
        }
        return Atom.of(Math.abs(result) < Double.MIN_NORMAL ? 0 : result);
    }

    private long calculate(long x, long y) {
        return switch (mutator) {
            case ADD -> inRange(x + y, ((x ^ x + y) & (y ^ x + y)) < 0);
            case SUBTRACT -> inRange(x - y, ((x ^ y) & (x ^ x - y)) < 0);
            case MULTIPLY -> inRange(x * y, isRefusedProduct(x, y));
            case DIVIDE -> inRange(x / notZero(y), x == Long.MIN_VALUE && y == -1);
            case MODULO -> inRange(x % notZero(y), x == Long.MIN_VALUE && y == -1);
            case INSERT, DELETE -> throw new AssertionError(mutator);
        };
    }

    /**
     * The products that the reference refuses. It takes some for too large that are not, such as 1 times the largest integer, and
     * lets some of two negative numbers overflow. Zero times a negative number crashes it; here it is zero.
     */
    private static boolean isRefusedProduct(long x, long y) {
        if (x > 0) {
            return y > 0 ? x >= Long.MAX_VALUE / y : y < Long.MIN_VALUE / x;
        }
        if (y > 0) {
            return x < Long.MIN_VALUE / y;
        }
        return x != 0 && y != 0 && y < Long.MAX_VALUE / y;
    }

    private double calculate(double x, double y) {
        return switch (mutator) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / notZero(y);
            case MODULO, INSERT, DELETE -> throw new AssertionError(mutator);
        };
    }

    private long inRange(long result, boolean refused) {
        if (refused) {
            throw outOfRange();
        }
        return result;
    }

    private static long notZero(long divisor) {
        if (divisor == 0) {
            throw divisionByZero();
        }
        return divisor;
    }

    private static double notZero(double divisor) {
        if (divisor == 0) {
            throw divisionByZero();
        }
        return divisor;
    }

    private static OperationFailedException divisionByZero() {
        return new OperationFailedException(ErrorTag.DOMAIN_ERROR, "Division by zero.");
    }

    private OperationFailedException outOfRange() {
        return new OperationFailedException(
                ErrorTag.RANGE_ERROR, "Result of \"" + mutator.symbol() + "\" operation is out of range.");
    }
}
