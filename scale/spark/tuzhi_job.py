#!/usr/bin/env python3
"""The graph of more reports than one machine holds, by tuzhi on Spark.

    spark-submit --master … tuzhi_job.py --tuzhi /usr/local/bin/tuzhi REPORTS.jsonl GRAPH

REPORTS are JSON Lines, `{"id", "text", "title", "url", "date"}` in each, at any address that Spark reads.
GRAPH becomes a folder of Parquet that `tuzhi export`, `load`, `query` and `draw` take like a graph file:

    documents/  id, path, title, region, reviews, plans, row
    nodes/      id, kind, name, scope, row
    edges/      source, target, type, modality, period, confidence, row
    errors/     path, error: reports that gave nothing

`row` is the row of the graph file, as JSON. One process a task reads many reports (`tuzhi extract`), Spark brings the
shares of each scope together, and `tuzhi merge` merges them: the same program as on one machine, and the same graph.
"""

import argparse
import shlex
import sys
import zlib

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, get_json_object, regexp_extract

TABLES = {
    "documents": ("document", ["id", "path", "title", "region", "reviews", "plans"]),
    "nodes": ("node", ["id", "kind", "name"]),
    "edges": ("edge", ["source", "target", "type", "modality", "period", "confidence"]),
    "errors": ("error", ["path", "error"]),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0], usage="%(prog)s [options] REPORTS GRAPH")
    parser.add_argument("reports", help="JSON Lines, a report in each")
    parser.add_argument("graph", help="folder to write, which must not be there")
    parser.add_argument("--tuzhi", default="tuzhi", help="the program, as each worker finds it")
    parser.add_argument("--tasks", type=int, help="parts that the reports are read in; as Spark splits them when not given")
    parser.add_argument("--parts", type=int, help="parts that the graph is merged in; as many as tasks when not given")
    parser.add_argument("--quotes", choices=["full", "none"], default="full", help="whether evidence carries its sentences")
    parser.add_argument("--force", action="store_true", help="take what does not read like a report as well")
    return parser.parse_args()


def part_of(scope):
    """A number that is the same in every process, which `hash` is not."""
    return zlib.crc32(scope.encode())


def keyed(line):
    """A line of `tuzhi extract --shares` by its scope."""
    return line.partition("\t")[0], line


def main():
    options = arguments()
    spark = SparkSession.builder.appName("tuzhi").getOrCreate()
    program = shlex.quote(options.tuzhi)
    name = shlex.quote(options.reports)
    # checkCode: a process that fails is a task that fails, and is tried again.
    lines = spark.sparkContext.textFile(options.reports)
    if options.tasks:
        lines = lines.repartition(options.tasks)
    force = "--force" if options.force else ""
    shares = lines.pipe(
        f"{program} extract --jsonl --shares --threads 1 --as {name} --quotes {options.quotes} {force} -", checkCode=True
    )
    parts = options.parts or shares.getNumPartitions()
    rows = (
        shares.map(keyed)
        .partitionBy(parts, part_of)
        .values()
        .pipe(f"{program} merge --shares --quotes {options.quotes} -", checkCode=True)
        .map(lambda line: tuple(line.split("\t", 1)))
        .toDF("sort string, row string")
        .persist(StorageLevel.DISK_ONLY)
    )
    found = {}
    for folder, (sort, columns) in TABLES.items():
        table = rows.where(col("sort") == sort).select(
            *[get_json_object("row", f"$.{name}").alias(name) for name in columns], "row"
        )
        if sort == "document":  # each part of the graph names the documents that it rests on
            table = table.dropDuplicates(["row"])
        if sort == "node":
            table = table.withColumn("scope", regexp_extract("id", "@([^@]+)$", 1))
        if sort == "edge":
            table = table.withColumn("confidence", col("confidence").cast("double"))
        address = f"{options.graph.rstrip('/')}/{folder}"
        table.write.mode("errorifexists").parquet(address)
        found[folder] = spark.read.parquet(address).count()
    print("  ".join(f"{folder} {count}" for folder, count in found.items()))
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
