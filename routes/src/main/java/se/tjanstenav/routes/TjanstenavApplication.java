package se.tjanstenav.routes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import se.tjanstenav.routes.command.Commands;

/** Starts the hub, or runs the command that the first argument names. */
@SpringBootApplication
public class TjanstenavApplication {

    public static void main(String[] args) {
        if (Commands.named(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(TjanstenavApplication.class, args);
    }
}
