package org.memcensus.spark;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.memcensus.batch.RepositoryList;
import org.memcensus.model.UsageException;
import org.memcensus.source.RepositoryAddress;
import org.memcensus.store.Entry;
import org.memcensus.store.Table;
import org.memcensus.tables.PolicyTable;

/**
 * The job: reads the list, gives each repository a task of its own, and writes a folder of Parquet files for each table. A
 * large repository keeps one core busy while the others go on with the rest: the job takes no longer than that one, or than
 * its share of all.
 */
public final class SparkCensus {
    /** Files of a table: enough to write at the same time, few enough to open. */
    private static final int MOST_FILES = 32;

    private SparkCensus() {}

    /** Runs the job under {@code spark-submit}. */
    public static void main(String[] arguments) throws UsageException, IOException {
        JobOptions options = JobOptions.of(arguments);
        try (SparkSession spark = SparkSession.builder().appName("memcensus").getOrCreate()) {
            run(spark, options);
        }
    }

    /** Runs the job. */
    static void run(SparkSession spark, JobOptions options) throws UsageException, IOException {
        PolicyTable.find(options.policy());
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<Listed> listed = read(context, options.list());
        if (listed.isEmpty()) {
            throw new UsageException(options.list() + ": the list holds no repository");
        }
        JavaRDD<TableRow> rows = context.parallelize(listed, listed.size())
                .flatMap(new RepositoryTask(options))
                .persist(StorageLevel.DISK_ONLY());
        // All repositories are scanned here, each once and in a task of its own; the tables are then sorted out of the
        // result.
        rows.count();
        int files = Math.min(MOST_FILES, listed.size());
        write(spark, rows, TableRow.REPOSITORIES, repositories(), files, options.output());
        for (Table table : Table.values()) {
            write(spark, rows, table.label(), schema(table), files, options.output());
        }
        rows.unpersist();
    }

    private static List<Listed> read(JavaSparkContext context, String list) throws UsageException, IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(list);
        FileSystem files = path.getFileSystem(context.hadoopConfiguration());
        List<Entry> entries = new ArrayList<>();
        RepositoryList.Read read;
        try (Reader in = new InputStreamReader(files.open(path), StandardCharsets.UTF_8)) {
            read = RepositoryList.read(in, Path.of("/"), note -> {}, entries::add);
        }
        return entries.stream()
                .map(entry -> new Listed(
                        entry.position(), entry.url(), full(read, entry.url()), entry.name(), entry.criticality()))
                .toList();
    }

    private static String full(RepositoryList.Read read, String url) {
        return read.addresses()
                .getOrDefault(url, RepositoryAddress.of(url, Path.of("/")).full());
    }

    private static void write(
            SparkSession spark, JavaRDD<TableRow> rows, String table, StructType schema, int files, String output) {
        JavaRDD<Row> own = rows.filter(row -> row.table().equals(table)).map(row -> RowFactory.create(row.values()));
        spark.createDataFrame(own.coalesce(files), schema)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(output + "/" + table);
    }

    private static StructType schema(Table table) {
        List<StructField> fields = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            fields.add(DataTypes.createStructField(column.name(), type(column.type()), column.nullable()));
        }
        return DataTypes.createStructType(fields);
    }

    private static StructType repositories() {
        DataType text = DataTypes.StringType;
        DataType number = DataTypes.LongType;
        return DataTypes.createStructType(List.of(
                DataTypes.createStructField("url", text, false),
                DataTypes.createStructField("name", text, false),
                DataTypes.createStructField("commit_id", text, true),
                DataTypes.createStructField("status", text, false),
                DataTypes.createStructField("error", text, true),
                DataTypes.createStructField("attempts", number, false),
                DataTypes.createStructField("position", number, false),
                DataTypes.createStructField("criticality", DataTypes.DoubleType, true),
                DataTypes.createStructField("files_seen", number, false),
                DataTypes.createStructField("files_counted", number, false),
                DataTypes.createStructField("files_unreadable", number, false)));
    }

    private static DataType type(Table.Type type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case REAL -> DataTypes.DoubleType;
        };
    }
}
