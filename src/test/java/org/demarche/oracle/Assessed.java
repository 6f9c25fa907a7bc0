package org.demarche.oracle;

import org.demarche.Assessment;

/** A program and what the engine made of it. */
record Assessed(Program program, Assessment assessment) {}
