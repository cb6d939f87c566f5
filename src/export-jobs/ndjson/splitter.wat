;; The splitter of record-splitter.ts for platforms with SIMD. Inside of records it takes 64 bytes at a time, between
;; them and at the end of a window single bytes. After a change here run: node .ci/build-wasm.mjs
;;
;; Memory, in bytes:
;;        0  the state of the splitter whose turn it is, i32 each: stage, depth, quoted, escaped, records
;;    65536  the window: up to 65536 bytes of input
;;   133120  what comes of them: never more, and up to 64 bytes of waste behind it. Not at the start of a page: processors
;;           copy slowly where source and destination are a few bytes apart in their pages, as they would be after [
;;
;; Stages: 0 nothing yet, 1 and 2 in the byte order mark, 3 before the list, 4 before the first record,
;;         5 after a record, 6 after a comma, 7 the list is whole, 8 in a record, 9 refused
;;
;; A mask has one bit for each byte of a block of 64, the lowest for its first byte.
(module
  (memory (export "memory") 4)

  ;; Rewrites $length bytes of the window. Gives the length of what comes of them, or -1 where it is no list of objects.
  (func (export "split") (param $length i32) (result i32)
    (local $in i32) (local $out i32) (local $byte i32) (local $lastBlock i32) (local $taken i32)
    (local $stage i32) (local $next i32) (local $records i32)
    (local $depth i32) ;; brackets of the record that are open
    (local $quoted i64) ;; in a string all bits, else none
    (local $escaped i64) ;; 1 where the byte to come is escaped, else 0
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128) ;; the block
    (local $f0 v128) (local $f1 v128) (local $f2 v128) (local $f3 v128) ;; the block with braces for brackets
    (local $quote v128) (local $slash v128) (local $open v128) (local $close v128)
    (local $bit5 v128) (local $control v128) (local $two v128)
    (local $quotes i64) (local $slashes i64) (local $escapes i64) (local $strings i64) (local $outside i64)
    (local $opening i64) (local $closing i64) (local $breaks i64) (local $upToEnd i64)

    (local.set $quote (i8x16.splat (i32.const 0x22)))
    (local.set $slash (i8x16.splat (i32.const 0x5c)))
    (local.set $open (i8x16.splat (i32.const 0x7b)))
    (local.set $close (i8x16.splat (i32.const 0x7d)))
    (local.set $bit5 (i8x16.splat (i32.const 0x20)))
    (local.set $control (i8x16.splat (i32.const 0x1f)))
    (local.set $two (i8x16.splat (i32.const 2)))
    (local.set $stage (i32.load (i32.const 0)))
    (local.set $depth (i32.load (i32.const 4)))
    (local.set $quoted (i64.sub (i64.const 0) (i64.load32_u (i32.const 8))))
    (local.set $escaped (i64.load32_u (i32.const 12)))
    (local.set $records (i32.load (i32.const 16)))
    (local.set $lastBlock (i32.sub (local.get $length) (i32.const 64)))

    (block $end
      (block $refused
        (loop $continue
          (br_if $end (i32.ge_u (local.get $in) (local.get $length)))
          (if (i32.and (i32.eq (local.get $stage) (i32.const 8)) (i32.le_s (local.get $in) (local.get $lastBlock)))
            (then
              (loop $nextBlock
                (local.set $b0 (v128.load offset=65536 (local.get $in)))
                (local.set $b1 (v128.load offset=65552 (local.get $in)))
                (local.set $b2 (v128.load offset=65568 (local.get $in)))
                (local.set $b3 (v128.load offset=65584 (local.get $in)))
                ;; Most blocks go out as they are. Of others, what is too much is overwritten by what comes next.
                (v128.store offset=133120 (local.get $out) (local.get $b0))
                (v128.store offset=133136 (local.get $out) (local.get $b1))
                (v128.store offset=133152 (local.get $out) (local.get $b2))
                (v128.store offset=133168 (local.get $out) (local.get $b3))
                (local.set $quotes (i64.or
                  (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $b0) (local.get $quote)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $b1) (local.get $quote))) (i32.const 16))))
                  (i64.shl (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $b2) (local.get $quote)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $b3) (local.get $quote))) (i32.const 16)))) (i64.const 32))))
                (local.set $f0 (v128.or (local.get $b0) (local.get $bit5)))
                (local.set $f1 (v128.or (local.get $b1) (local.get $bit5)))
                (local.set $f2 (v128.or (local.get $b2) (local.get $bit5)))
                (local.set $f3 (v128.or (local.get $b3) (local.get $bit5)))

                ;; Most text has no control character and none of [ \ ] { | }. Subtracting with a floor of 0 leaves 0 at
                ;; those. Then just the number of quotes matters. (The bar is there because it shares bits with \.)
                (if (i32.and (i64.eqz (local.get $escaped)) (i8x16.all_true (i8x16.min_u
                      (i8x16.min_u
                        (i8x16.min_u
                          (i8x16.sub_sat_u (local.get $b0) (local.get $control))
                          (i8x16.sub_sat_u (i8x16.sub (local.get $f0) (local.get $open)) (local.get $two)))
                        (i8x16.min_u
                          (i8x16.sub_sat_u (local.get $b1) (local.get $control))
                          (i8x16.sub_sat_u (i8x16.sub (local.get $f1) (local.get $open)) (local.get $two))))
                      (i8x16.min_u
                        (i8x16.min_u
                          (i8x16.sub_sat_u (local.get $b2) (local.get $control))
                          (i8x16.sub_sat_u (i8x16.sub (local.get $f2) (local.get $open)) (local.get $two)))
                        (i8x16.min_u
                          (i8x16.sub_sat_u (local.get $b3) (local.get $control))
                          (i8x16.sub_sat_u (i8x16.sub (local.get $f3) (local.get $open)) (local.get $two)))))))
                  (then
                    (local.set $quoted (i64.xor (local.get $quoted)
                      (i64.sub (i64.const 0) (i64.and (i64.popcnt (local.get $quotes)) (i64.const 1)))))
                    (local.set $in (i32.add (local.get $in) (i32.const 64)))
                    (local.set $out (i32.add (local.get $out) (i32.const 64)))
                    (br_if $nextBlock (i32.le_s (local.get $in) (local.get $lastBlock)))
                    (br $continue)))

                (local.set $slashes (i64.or
                  (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $b0) (local.get $slash)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $b1) (local.get $slash))) (i32.const 16))))
                  (i64.shl (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $b2) (local.get $slash)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $b3) (local.get $slash))) (i32.const 16)))) (i64.const 32))))
                (if (i64.ne (i64.or (local.get $slashes) (local.get $escaped)) (i64.const 0))
                  (then
                    (local.set $escapes (call $escapes (i64.and (local.get $slashes) (i64.xor (local.get $escaped) (i64.const -1)))))
                    (local.set $quotes (i64.and (local.get $quotes) (i64.xor (i64.const -1)
                      (i64.or (i64.shl (local.get $escapes) (i64.const 1)) (local.get $escaped)))))
                    (local.set $escaped (i64.shr_u (local.get $escapes) (i64.const 63)))))

                ;; A byte is in a string where the number of quotes up to it is odd: each step adds up twice as many bits.
                (local.set $strings (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 1))))
                (local.set $strings (i64.xor (local.get $strings) (i64.shl (local.get $strings) (i64.const 2))))
                (local.set $strings (i64.xor (local.get $strings) (i64.shl (local.get $strings) (i64.const 4))))
                (local.set $strings (i64.xor (local.get $strings) (i64.shl (local.get $strings) (i64.const 8))))
                (local.set $strings (i64.xor (local.get $strings) (i64.shl (local.get $strings) (i64.const 16))))
                (local.set $strings (i64.xor (local.get $strings) (i64.shl (local.get $strings) (i64.const 32))))
                (local.set $strings (i64.xor (local.get $strings) (local.get $quoted)))
                (local.set $outside (i64.xor (local.get $strings) (i64.const -1)))

                (local.set $opening (i64.and (local.get $outside) (i64.or
                  (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $f0) (local.get $open)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $f1) (local.get $open))) (i32.const 16))))
                  (i64.shl (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $f2) (local.get $open)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $f3) (local.get $open))) (i32.const 16)))) (i64.const 32)))))
                (local.set $closing (i64.and (local.get $outside) (i64.or
                  (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $f0) (local.get $close)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $f1) (local.get $close))) (i32.const 16))))
                  (i64.shl (i64.extend_i32_u (i32.or
                    (i8x16.bitmask (i8x16.eq (local.get $f2) (local.get $close)))
                    (i32.shl (i8x16.bitmask (i8x16.eq (local.get $f3) (local.get $close))) (i32.const 16)))) (i64.const 32)))))

                ;; Where fewer brackets close than are open, the record goes on, whatever their order.
                (local.set $upToEnd (i64.const 0))
                (if (i64.ge_u (i64.popcnt (local.get $closing)) (i64.extend_i32_u (local.get $depth)))
                  (then (local.set $upToEnd (call $upToEnd (local.get $opening) (local.get $closing) (local.get $depth)))))
                (if (i64.eqz (local.get $upToEnd))
                  (then
                    (local.set $upToEnd (i64.const -1))
                    (local.set $quoted (i64.shr_s (local.get $strings) (i64.const 63)))
                    (local.set $depth (i32.add (local.get $depth)
                      (i32.wrap_i64 (i64.sub (i64.popcnt (local.get $opening)) (i64.popcnt (local.get $closing)))))))
                  (else
                    (local.set $stage (i32.const 5))
                    (local.set $quoted (i64.const 0))
                    (local.set $escaped (i64.const 0))
                    (local.set $records (i32.add (local.get $records) (i32.const 1)))))
                ;; A backslash outside of strings is wrong in the record and behind it.
                (br_if $refused (i64.ne (i64.const 0) (i64.and (local.get $slashes) (local.get $outside))))

                (local.set $taken (i32.wrap_i64 (i64.popcnt (local.get $upToEnd))))
                (local.set $breaks (i64.const 0))
                (if (v128.any_true (v128.or
                      (v128.or (i8x16.le_u (local.get $b0) (local.get $control)) (i8x16.le_u (local.get $b1) (local.get $control)))
                      (v128.or (i8x16.le_u (local.get $b2) (local.get $control)) (i8x16.le_u (local.get $b3) (local.get $control)))))
                  (then
                    (local.set $breaks (i64.and (local.get $upToEnd) (i64.or
                      (call $mask (local.get $in) (i8x16.splat (i32.const 10)))
                      (call $mask (local.get $in) (i8x16.splat (i32.const 13))))))
                    (br_if $refused (i64.ne (i64.const 0) (i64.and (local.get $breaks) (local.get $strings))))))
                (if (i64.ne (local.get $breaks) (i64.const 0))
                  (then
                    (call $blank (local.get $out) (local.get $b0))
                    (call $blank (i32.add (local.get $out) (i32.const 16)) (local.get $b1))
                    (call $blank (i32.add (local.get $out) (i32.const 32)) (local.get $b2))
                    (call $blank (i32.add (local.get $out) (i32.const 48)) (local.get $b3))))
                (local.set $out (i32.add (local.get $out) (local.get $taken)))
                (local.set $in (i32.add (local.get $in) (local.get $taken)))
                (br_if $nextBlock (i32.and (i32.eq (local.get $stage) (i32.const 8)) (i32.le_s (local.get $in) (local.get $lastBlock))))
                (br $continue))))

          ;; The usual way from one record into the next: ,{
          (if (i32.and (i32.eq (local.get $stage) (i32.const 5)) (i32.and
                (i32.eq (i32.load16_u offset=65536 (local.get $in)) (i32.const 0x7b2c))
                (i32.lt_u (i32.add (local.get $in) (i32.const 1)) (local.get $length))))
            (then
              (i32.store16 offset=133120 (local.get $out) (i32.const 0x7b0a))
              (local.set $stage (i32.const 8))
              (local.set $depth (i32.const 1))
              (local.set $in (i32.add (local.get $in) (i32.const 2)))
              (local.set $out (i32.add (local.get $out) (i32.const 2)))
              (br $continue)))

          (local.set $byte (i32.load8_u offset=65536 (local.get $in)))
          (local.set $in (i32.add (local.get $in) (i32.const 1)))
          ;; It goes out at once, and counts when $out is moved on.
          (i32.store8 offset=133120 (local.get $out) (local.get $byte))
          (if (i32.ne (local.get $stage) (i32.const 8))
            (then
              (local.set $next (call $follow (local.get $stage) (local.get $byte)))
              (br_if $refused (i32.eq (local.get $next) (i32.const 9)))
              (if (i32.eq (local.get $next) (i32.const 8))
                (then
                  (local.set $depth (i32.const 1))
                  (local.set $out (i32.add (local.get $out) (i32.const 1)))))
              ;; A comma or the list's end behind a record ends its line.
              (if (i32.and (i32.eq (local.get $stage) (i32.const 5)) (i32.ne (local.get $next) (i32.const 5)))
                (then
                  (i32.store8 offset=133120 (local.get $out) (i32.const 10))
                  (local.set $out (i32.add (local.get $out) (i32.const 1)))))
              (local.set $stage (local.get $next))
              (br $continue)))
          (if (call $isBreak (local.get $byte))
            (then
              (br_if $refused (i64.ne (local.get $quoted) (i64.const 0)))
              (i32.store8 offset=133120 (local.get $out) (i32.const 32))))
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          (if (i64.ne (local.get $quoted) (i64.const 0))
            (then
              (if (i64.ne (local.get $escaped) (i64.const 0))
                (then
                  (local.set $escaped (i64.const 0))
                  (br $continue)))
              (local.set $escaped (i64.extend_i32_u (i32.eq (local.get $byte) (i32.const 0x5c))))
              (br_if $continue (i32.ne (local.get $byte) (i32.const 0x22)))
              (local.set $quoted (i64.const 0))
              (br $continue)))
          (br_if $refused (i32.eq (local.get $byte) (i32.const 0x5c)))
          (local.set $quoted (i64.sub (i64.const 0) (i64.extend_i32_u (i32.eq (local.get $byte) (i32.const 0x22)))))
          (local.set $byte (i32.or (local.get $byte) (i32.const 0x20)))
          (local.set $depth (i32.sub
            (i32.add (local.get $depth) (i32.eq (local.get $byte) (i32.const 0x7b)))
            (i32.eq (local.get $byte) (i32.const 0x7d))))
          (br_if $continue (local.get $depth))
          (local.set $stage (i32.const 5))
          (local.set $records (i32.add (local.get $records) (i32.const 1)))
          (br $continue)))
      (local.set $stage (i32.const 9))
      (local.set $out (i32.const -1)))

    (i32.store (i32.const 0) (local.get $stage))
    (i32.store (i32.const 4) (local.get $depth))
    (i32.store (i32.const 8) (i32.wrap_i64 (i64.and (local.get $quoted) (i64.const 1))))
    (i32.store (i32.const 12) (i32.wrap_i64 (local.get $escaped)))
    (i32.store (i32.const 16) (local.get $records))
    (local.get $out))

  ;; The stage after a byte outside of records.
  (func $follow (param $stage i32) (param $byte i32) (result i32)
    (local $met i32)
    (local.set $met (i32.or (i32.shl (local.get $stage) (i32.const 8)) (local.get $byte)))
    (if (i32.eq (local.get $met) (i32.const 0x052c)) (then (return (i32.const 6)))) ;; , behind a record
    (if (i32.eq (local.get $met) (i32.const 0x067b)) (then (return (i32.const 8)))) ;; { behind a comma
    (if (i32.eq (local.get $met) (i32.const 0x047b)) (then (return (i32.const 8)))) ;; { of the first record
    (if (i32.eq (local.get $met) (i32.const 0x055d)) (then (return (i32.const 7)))) ;; ] behind a record
    (if (i32.eq (local.get $met) (i32.const 0x045d)) (then (return (i32.const 7)))) ;; ] of a list without records
    (if (i32.eq (local.get $met) (i32.const 0x005b)) (then (return (i32.const 4)))) ;; [
    (if (i32.eq (local.get $met) (i32.const 0x035b)) (then (return (i32.const 4)))) ;; [ behind byte order mark or space
    (if (i32.eq (local.get $met) (i32.const 0x00ef)) (then (return (i32.const 1)))) ;; EF BB BF
    (if (i32.eq (local.get $met) (i32.const 0x01bb)) (then (return (i32.const 2))))
    (if (i32.eq (local.get $met) (i32.const 0x02bf)) (then (return (i32.const 3))))
    (if (i32.eqz (i32.or (call $isBreak (local.get $byte))
          (i32.or (i32.eq (local.get $byte) (i32.const 0x20)) (i32.eq (local.get $byte) (i32.const 9)))))
      (then (return (i32.const 9))))
    (if (i32.eqz (local.get $stage)) (then (return (i32.const 3))))
    (select (i32.const 9) (local.get $stage) (i32.le_u (local.get $stage) (i32.const 2))))

  (func $isBreak (param $byte i32) (result i32)
    (i32.or (i32.eq (local.get $byte) (i32.const 10)) (i32.eq (local.get $byte) (i32.const 13))))

  ;; Where a byte stands in the block at $in.
  (func $mask (param $in i32) (param $byte v128) (result i64)
    (i64.or
      (i64.extend_i32_u (i32.or
        (i8x16.bitmask (i8x16.eq (local.get $byte) (v128.load offset=65536 (local.get $in))))
        (i32.shl (i8x16.bitmask (i8x16.eq (local.get $byte) (v128.load offset=65552 (local.get $in)))) (i32.const 16))))
      (i64.shl (i64.extend_i32_u (i32.or
        (i8x16.bitmask (i8x16.eq (local.get $byte) (v128.load offset=65568 (local.get $in))))
        (i32.shl (i8x16.bitmask (i8x16.eq (local.get $byte) (v128.load offset=65584 (local.get $in)))) (i32.const 16)))) (i64.const 32))))

  ;; Which backslashes escape the byte after them: of each run the first, the third and so on.
  (func $escapes (param $slashes i64) (result i64)
    (local $even i64)
    ;; Runs that begin at an even place: adding their first bit carries through the whole run and leaves none of it.
    (local.set $even (i64.and (local.get $slashes) (i64.xor (i64.const -1) (i64.add (local.get $slashes)
      (i64.and (i64.const 0x5555555555555555)
        (i64.and (local.get $slashes) (i64.xor (i64.const -1) (i64.shl (local.get $slashes) (i64.const 1)))))))))
    ;; Of those the even places, of the others the odd ones.
    (i64.and (local.get $slashes) (i64.xor (local.get $even) (i64.const 0xaaaaaaaaaaaaaaaa))))

  ;; The bits up to the bracket that closes the record, no bits where none does.
  (func $upToEnd (param $opening i64) (param $closing i64) (param $depth i32) (result i64)
    (local $rest i64) (local $upTo i64)
    (local.set $rest (local.get $closing))
    (loop $nextClosing
      (if (i64.eqz (local.get $rest)) (then (return (i64.const 0))))
      (local.set $upTo (i64.xor (local.get $rest) (i64.sub (local.get $rest) (i64.const 1))))
      (local.set $rest (i64.and (local.get $rest) (i64.sub (local.get $rest) (i64.const 1))))
      (br_if $nextClosing (i64.ne
        (i64.add (i64.extend_i32_u (local.get $depth)) (i64.popcnt (i64.and (local.get $opening) (local.get $upTo))))
        (i64.popcnt (i64.and (local.get $closing) (local.get $upTo))))))
    (local.get $upTo))

  ;; Puts out 16 bytes with blanks for their line breaks. Left out, they would join the halves of a broken token.
  (func $blank (param $out i32) (param $bytes v128)
    (v128.store offset=133120 (local.get $out) (v128.bitselect
      (i8x16.splat (i32.const 32))
      (local.get $bytes)
      (v128.or
        (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 10)))
        (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 13))))))))
