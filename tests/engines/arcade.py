"""An ArcadeDB server with Bolt, in a process that can be killed: FOLDER BOLT-PORT HTTP-PORT DATABASE…"""

import sys
import time
from pathlib import Path

import arcadedb_embedded

folder, bolt, http, *databases = sys.argv[1:]
server = arcadedb_embedded.create_server(
    root_path=folder,
    root_password="playwithdata",
    config={"http_port": int(http), "host": "127.0.0.1", "bolt_port": int(bolt),
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"},
)
server.start()
for database in databases:
    if not (Path(folder) / "databases" / database).exists():
        server.create_database(database)
print("ready", flush=True)
while True:
    time.sleep(60)
