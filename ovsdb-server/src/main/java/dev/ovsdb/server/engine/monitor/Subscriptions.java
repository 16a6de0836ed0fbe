package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions of a hub, each once, as long as a monitor has it. Confined to the lane; only looked up, never gone through. */
final class Subscriptions {
    private final Map<Subscription, Use> subscriptions = new HashMap<>();
    private final Map<TableView, TableView> views = new HashMap<>();

    private static final class Use {
        final Subscription subscription;
        int monitors;

        Use(Subscription subscription) {
            this.subscription = subscription;
        }
    }

    /** The subscription of a request, used once more. */
    Subscription use(MonitorKind kind, List<TableRequest> requests) {
        List<TableSubscription> tables = new ArrayList<>(requests.size());
        for (TableRequest request : requests) {
            TableView view = view(kind, request);
            tables.add(new TableSubscription(view, request.select(), request.condition(), request.named()));
        }
        return use(new Subscription(kind, tables));
    }

    /** The one that equals this, used once more. */
    Subscription use(Subscription subscription) {
        Use use = subscriptions.get(subscription);
        if (use == null) {
            use = new Use(subscription);
            subscriptions.put(subscription, use);
            subscription.tables().forEach(table -> table.view().users().incrementAndGet());
        }
        use.monitors++;
        return use.subscription;
    }

    /** A monitor less has it. */
    void drop(Subscription subscription) {
        Use use = subscriptions.get(subscription);
        if (use != null && --use.monitors == 0) {
            subscriptions.remove(subscription);
            subscription.tables().forEach(table -> drop(table.view()));
        }
    }

    private void drop(TableView view) {
        if (view.users().decrementAndGet() == 0) {
            views.remove(view);
        }
    }

    private TableView view(MonitorKind kind, TableRequest request) {
        List<ShownColumn> columns = new ArrayList<>(request.columns().length);
        for (int i = 0; i < request.columns().length; i++) {
            int index = request.columns()[i];
            ColumnSchema column = request.table().columnAt(index);
            columns.add(new ShownColumn(index, column, request.selects()[i]));
        }
        TableView view = new TableView(request.table(), kind.notation(), columns);
        TableView known = views.putIfAbsent(view, view);
        return known == null ? view : known;
    }

    int size() {
        return subscriptions.size();
    }
}
