{{-- 6 lines 2 code 3 comments 1 blanks --}}
{{--
  <p>no code</p> --}}

<p>{{ $a }}</p> {{-- end --}}
@if ($b) <!-- x --> @endif
