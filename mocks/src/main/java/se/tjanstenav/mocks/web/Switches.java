package se.tjanstenav.mocks.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;
import se.tjanstenav.mocks.agency.RunningAgencies;
import se.tjanstenav.mocks.agency.RunningAgency;

/**
 * What can be asked of an agency at the admin address, as words of a path or, their last ones, as fields of a form. A name that
 * does not exist is an {@link IllegalArgumentException} that lists those that do.
 */
record Switches(RunningAgencies agencies) {

    static final String USAGE =
            "POST /agencies/{id}/stop | start | hold | release | fault/{fault} | scenario/{scenario}"
                    + " | volume/{file}/{records}; faults are " + Arrays.toString(Fault.values()) + ", scenarios are "
                    + Arrays.toString(Scenario.values()) + ", a volume of 0 ends it\n";

    private static final long SEED = 1;

    /** Obeys, or tells that this is no command. */
    boolean obey(String id, List<String> command, Map<String, String> form) {
        RunningAgency agency = agencies.agency(id);
        switch (String.join("/", command)) {
            case "stop" -> agency.stop();
            case "start" -> agency.start();
            case "hold" -> agency.gate().hold();
            case "release" -> agency.gate().release();
            default -> {
                return obey(agency, command, form);
            }
        }
        return true;
    }

    private static boolean obey(RunningAgency agency, List<String> command, Map<String, String> form) {
        String first = word(command, 1, form, command.get(0).equals("volume") ? "file" : command.get(0));
        String second = word(command, 2, form, "records");
        switch (command.get(0) + " " + command.size()) {
            case "fault 1", "fault 2" -> {
                if (first == null) {
                    return false;
                }
                agency.fault(named(Fault.class, first));
            }
            case "scenario 1", "scenario 2" -> {
                if (first == null) {
                    return false;
                }
                agency.gate().scenario(named(Scenario.class, first));
            }
            case "volume 1", "volume 3" -> {
                if (first == null || second == null) {
                    return false;
                }
                agency.volume(first, number(second), SEED);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String word(List<String> command, int place, Map<String, String> form, String field) {
        return place < command.size() ? command.get(place) : form.get(field);
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " " + name + "; there are "
                                + Arrays.toString(kind.getEnumConstants())));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("A volume is a number of records, such as 100000, not " + text);
        }
        return Long.parseLong(text);
    }
}
