package org.demarche.model;

/** How good the evidence is (ICD 203), apart from how likely a thing is. Ordered from low to high. */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH
}
