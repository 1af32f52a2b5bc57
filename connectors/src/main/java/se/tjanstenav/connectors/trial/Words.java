package se.tjanstenav.connectors.trial;

import java.util.Map;

/** The hub's settings go by other names at a terminal; its faults and remedies are put in these. */
public final class Words {

    private static final Map<String, String> OPTIONS = Map.of(
            "in the directory tjanstenav.connectors.secrets", "in the directory of --secrets",
            "An operator may allow the network in tjanstenav.connectors.egress.allowed-networks",
                    "Allow the network by --allow-network if it is yours",
            "tjanstenav.connectors.egress.connect-to", "--connect-to ",
            "tjanstenav.connectors.egress.trust", "--trust");

    private Words() {}

    /** The text with the names that the command's user knows. */
    public static String atTheTerminal(String text) {
        String told = text;
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            told = told.replace(option.getKey(), option.getValue());
        }
        return told;
    }
}
