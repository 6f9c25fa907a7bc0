; The rules of manners.drl, for CLIPS.
(deftemplate guest (slot name) (slot sex) (slot hobby))
(deftemplate table (slot seats))
(deftemplate turn (slot phase))
(deftemplate counter (slot next))
(deftemplate row (slot id) (slot before) (slot left) (slot right) (slot seat) (slot whole))
(deftemplate place (slot row) (slot seat) (slot guest))
(deftemplate tried (slot row) (slot guest) (slot hobby))

(defrule seat-the-first
  ?turn <- (turn (phase begin))
  (guest (name ?guest))
  ?counter <- (counter (next ?id))
  =>
  (assert (row (id ?id) (before 0) (left ?guest) (right ?guest) (seat 1) (whole yes)))
  (assert (place (row ?id) (seat 1) (guest ?guest)))
  (modify ?counter (next (+ ?id 1)))
  (modify ?turn (phase seek)))

(defrule seat-the-next
  ?turn <- (turn (phase seek))
  (row (whole yes) (id ?row) (seat ?seat) (right ?right))
  (guest (name ?right) (sex ?sex) (hobby ?hobby))
  (guest (name ?other) (sex ~?sex) (hobby ?hobby))
  ?counter <- (counter (next ?id))
  (not (place (row ?row) (guest ?other)))
  (not (tried (row ?row) (guest ?other) (hobby ?hobby)))
  =>
  (assert (row (id ?id) (before ?row) (left ?right) (right ?other) (seat (+ ?seat 1)) (whole no)))
  (assert (place (row ?id) (seat (+ ?seat 1)) (guest ?other)))
  (assert (tried (row ?row) (guest ?other) (hobby ?hobby)))
  (modify ?counter (next (+ ?id 1)))
  (modify ?turn (phase copy)))

(defrule copy-the-row-before
  (declare (salience 10))
  (turn (phase copy))
  (row (whole no) (id ?id) (before ?before))
  (place (row ?before) (seat ?seat) (guest ?guest))
  (not (place (row ?id) (guest ?guest)))
  =>
  (assert (place (row ?id) (seat ?seat) (guest ?guest))))

(defrule the-row-is-whole
  ?turn <- (turn (phase copy))
  ?row <- (row (whole no))
  =>
  (modify ?row (whole yes))
  (modify ?turn (phase look)))

(defrule all-are-seated
  (declare (salience 10))
  ?turn <- (turn (phase look))
  (table (seats ?seats))
  (row (seat ?seats))
  =>
  (modify ?turn (phase done)))

(defrule go-on
  ?turn <- (turn (phase look))
  =>
  (modify ?turn (phase seek)))

(deffunction tell ()
  (do-for-fact ((?turn turn)) (eq ?turn:phase done)
    (do-for-fact ((?table table) (?row row)) (= ?table:seats ?row:seat)
      (do-for-all-facts ((?place place)) (= ?place:row ?row:id)
        (printout t ?place:seat ":" ?place:guest crlf)))))
