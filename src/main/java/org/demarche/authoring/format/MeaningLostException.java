package org.demarche.authoring.format;

/** A file would say something else in form. That is a fault of the formatter, and the file is left as it is. */
public final class MeaningLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    MeaningLostException(String file) {
        super("`" + file + "` would not say the same in form.");
        this.file = file;
    }

    public String file() {
        return file;
    }
}
