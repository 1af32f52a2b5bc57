package se.tjanstenav.connectors.registry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about registered connectors.
 *
 * @param approval who may approve a version: second-person, operator or anyone
 */
@ConfigurationProperties("tjanstenav.registry")
public record RegistryProperties(
        @DefaultValue("second-person") ApprovalPolicy approval) {}
