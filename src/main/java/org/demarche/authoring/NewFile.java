package org.demarche.authoring;

import java.nio.file.Path;

/** A file that is to be written, and does not exist yet or is only added to. */
public record NewFile(Path path, String text) {}
