# 12 lines 10 code 1 comments 1 blanks
defmodule Door do
  @doc """
  It's # no comment

  """
  def a, do: ~s(it's "# no comment) # comment
  def b, do: ~r/["#]/ # a pattern
  def c, do: ?" # a character
  def d, do: "#{1} # no comment"
  def e, do: ~w[# "]a # words
end
