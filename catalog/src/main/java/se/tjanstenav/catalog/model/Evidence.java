package se.tjanstenav.catalog.model;

/** Something to enclose with an application (CPSV-AP {@code cv:Evidence}). */
public record Evidence(LocalizedText name) {}
