package se.tjanstenav.searchnode;

import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** The node's own process. It ends when the process that started it closes its input, by dying too. */
final class NodeMain {

    private NodeMain() {}

    /** @param args the folder, and the port to listen on, 0 for any, and how many processors to use */
    public static void main(String[] args) throws IOException {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("discovery.type", "single-node");
            settings.put("http.port", args[1]);
            settings.put("transport.port", "0");
            settings.put("network.host", "127.0.0.1");
            settings.put("node.portsfile", "true");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
            settings.put("node.processors", args[2]);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(args[0])
                .clusterName("tests")
                .numOfNode(1));
        int read = System.in.read();
        while (read >= 0) {
            read = System.in.read();
        }
        System.exit(0);
    }
}
