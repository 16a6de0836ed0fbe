package dev.ovsdb.benchmarks.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.transaction.Execution.Done;
import dev.ovsdb.server.engine.transaction.TransactRequest;
import dev.ovsdb.server.engine.transaction.TransactResult;
import dev.ovsdb.server.engine.transaction.TransactionContext;
import dev.ovsdb.server.engine.transaction.TransactionExecutor;
import dev.ovsdb.server.rights.RowRights;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One switch and its ports, in a schema cut down from OVN's northbound one. */
final class PortDatabase implements TransactionContext {
    private static final String STRINGS = "{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}";
    private static final String SET = "{'type':{'key':'string','min':0,'max':'unlimited'}}";
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse(json("{'name':'Ports','tables':{"
            + "'Switch':{'isRoot':true,'columns':{'name':{'type':'string'},'external_ids':" + STRINGS + ",'ports':{"
            + "'type':{'key':{'type':'uuid','refTable':'Port','refType':'strong'},'min':0,'max':'unlimited'}}}},"
            + "'Port':{'columns':{'name':{'type':'string'},'type':{'type':'string'},'tag':{'type':{'key':{"
            + "'type':'integer','minInteger':0,'maxInteger':4095},'min':0,'max':1}},'up':{'type':{'key':'boolean',"
            + "'min':0,'max':1}},'addresses':" + SET + ",'port_security':" + SET + ",'options':" + STRINGS
            + ",'external_ids':" + STRINGS + "},'indexes':[['name']],'isRoot':true}}}"));

    private static final String ROW = "{'name':'port########','addresses':'0a:00:00:00:00:01 10.0.0.1',"
            + "'port_security':'0a:00:00:00:00:01','external_ids':['map',[['owner','port########'],['zone','seven']]],"
            + "'options':['map',[['mtu','1500']]]}";

    private final IdSource ids = IdSource.seeded(1);
    private final TransactionExecutor executor = new TransactionExecutor(ids);
    private final UUID owner = ids.nextUuid();
    private final UUID port = ids.nextUuid();
    private final Template insert = template("{'op':'insert','table':'Port','row':" + ROW + "}");
    private final Template mutate = template("{'op':'mutate','table':'Port'," + where(port)
            + ",'mutations':[['external_ids','delete','k1'],['external_ids','insert',['map',[['k1','########']]]]]}");
    private final Template update =
            template("{'op':'update','table':'Port'," + where(port) + ",'row':{'type':'########'}}");
    private final Template select =
            template("{'op':'select','table':'Port'," + where(port) + ",'columns':['name','tag','external_ids']}");
    private final Template selectByName = template(
            "{'op':'select','table':'Port','where':[['name','==','the port']],'columns':['name','tag','external_ids']}");
    private final Template add = toggling("insert");
    private final Template remove = toggling("delete");
    private final Template insertIntoSwitch = template("{'op':'insert','table':'Port','uuid-name':'new','row':" + ROW
            + "},{'op':'mutate','table':'Switch'," + where(owner)
            + ",'mutations':[['ports','insert',['named-uuid','new']]]}");
    private DatabaseStore store = new DatabaseStore(SCHEMA, ids);
    private int count;

    private Template toggling(String mutator) {
        return template("{'op':'mutate','table':'Switch'," + where(owner) + ",'mutations':[['ports','" + mutator
                + "',['uuid','" + port + "']]]}");
    }

    private static Template template(String operations) {
        return new Template("['Ports'," + operations + "]");
    }

    private static String where(UUID uuid) {
        return "'where':[['_uuid','==',['uuid','" + uuid + "']]]";
    }

    /** Begins anew, with a switch of so many ports. */
    void fill(int ports) {
        store = new DatabaseStore(SCHEMA, ids);
        run(template("{'op':'insert','table':'Switch','uuid':'" + owner + "','row':{'name':'sw'}}")
                .with(0));
        for (int i = 0; i < ports; i++) {
            run(insertIntoSwitch());
        }
        run(template("{'op':'insert','table':'Port','uuid':'" + port + "','row':{'name':'the port'}}")
                .with(0));
    }

    JsonBytes insert() {
        return insert.with(count++);
    }

    JsonBytes mutate() {
        return mutate.with(count++);
    }

    JsonBytes update() {
        return update.with(count++);
    }

    JsonBytes select() {
        return select.with(0);
    }

    JsonBytes selectByName() {
        return selectByName.with(0);
    }

    /** Puts the port into the switch, or takes it out again. */
    JsonBytes toggle() {
        return (count++ % 2 == 0 ? add : remove).with(0);
    }

    JsonBytes insertIntoSwitch() {
        return insertIntoSwitch.with(count++);
    }

    TransactRequest read(JsonBytes params) {
        return TransactRequest.parse(params, name -> SCHEMA);
    }

    TransactResult run(JsonBytes params) {
        TransactResult result = ((Done) executor.execute(read(params), store, this)).result();
        if (result.error() != null) {
            throw new IllegalStateException(result.error().describe());
        }
        if (result.version() != null) {
            store.publish(result.version().number());
        }
        return result;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public boolean ownsLock(String lock) {
        return false;
    }

    @Override
    public @Nullable RowRights rights() {
        return null;
    }

    @Override
    public Duration elapsed() {
        return Duration.ZERO;
    }

    @Override
    public boolean isVirtual(TableSchema table) {
        return false;
    }
}
