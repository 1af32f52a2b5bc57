package se.tjanstenav.routes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class TjanstenavApplication {

    public static void main(String[] args) {
        SpringApplication.run(TjanstenavApplication.class, args);
    }
}
